using Microsoft.Playwright;

namespace FashionRecs.EndToEnd.Tests.Research;

/// <summary>Goes through the steps of the design page.</summary>
public static class DesignSteps
{
    /// <summary>Goes on by the step's own button, and waits for the step that follows.</summary>
    public static async Task NextAsync(IPage page, string part)
    {
        await page.Locator("form.design button.strong").ClickAsync();
        await IsOpenAsync(page, part);
    }

    /// <summary>Opens any step.</summary>
    public static async Task OpenAsync(IPage page, string part)
    {
        await page.Locator($"[data-step={part}] button").ClickAsync();
        await IsOpenAsync(page, part);
    }

    /// <summary>Waits until a step is open, and the keyboard at its title.</summary>
    public static async Task IsOpenAsync(IPage page, string part)
    {
        await Assertions.Expect(page.Locator($"[data-step={part}] [aria-current=step]")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator(".step-title")).ToBeFocusedAsync();
    }
}
