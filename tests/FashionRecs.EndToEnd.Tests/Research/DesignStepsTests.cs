using FashionRecs.Application.Accounts;
using FashionRecs.EndToEnd.Tests.Accounts;
using FashionRecs.EndToEnd.Tests.Browsing;
using FashionRecs.Experiments.Lifecycle;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace FashionRecs.EndToEnd.Tests.Research;

/// <summary>The design page as whoever has no mouse uses it, reloads it, or has it open twice.</summary>
public class DesignStepsTests(Browser browser, ResearchShop shop) : BrowserTest(browser, shop.Server.Address), IClassFixture<ResearchShop>
{
    private const string Hypothesis = "A marked region makes a reason easier to believe.";

    [Fact]
    public async Task Design_ByKeyboardAlone_IsSaved()
    {
        var researcher = await ResearcherAsync();
        var page = researcher.Page;
        await page.GetByLabel("Key, used in links and seeds").FocusAsync();
        await page.Keyboard.TypeAsync("by-keyboard");

        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".step-problems")).ToContainTextAsync("The hypothesis is missing.");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync(Hypothesis);
        await Assertions.Expect(page.GetByLabel("Hypothesis: what do you expect, and why?")).ToHaveValueAsync(Hypothesis);
        await PressAsync(page, "Next: Arms");
        await DesignSteps.IsOpenAsync(page, "Arms");
        await PressAsync(page, "Next: Place and audience");
        await DesignSteps.IsOpenAsync(page, "Place");
        await PressAsync(page, "Back");
        await DesignSteps.IsOpenAsync(page, "Arms");
        await PressAsync(page, "Next: Place and audience");
        await DesignSteps.IsOpenAsync(page, "Place");
        await PressAsync(page, "Next: Metrics");
        await DesignSteps.IsOpenAsync(page, "Metrics");
        await PressAsync(page, "Next: Size");
        await DesignSteps.IsOpenAsync(page, "Size");
        await PressAsync(page, "Next: Preregistration");
        await DesignSteps.IsOpenAsync(page, "Preregistration");
        await Assertions.Expect(page.Locator(".notice")).ToContainTextAsync("Nothing is missing");
        await PressAsync(page, "Save the draft");

        await researcher.ExpectAddressEndsWithAsync("/research/experiments/by-keyboard");
        var saved = (await shop.Experiments.FindAsync("by-keyboard"))!.Value.Experiment;
        Assert.Equal((ExperimentState.Draft, Hypothesis), (saved.State, saved.Design.Hypothesis));
        Assert.True(saved.Design.PlannedPerArm > 2);
    }

    [Fact]
    public async Task Design_ReloadedAndBack_HasWhatWasTyped()
    {
        var researcher = await ResearcherAsync();
        var page = researcher.Page;
        await page.GetByLabel("Key, used in links and seeds").FillAsync("reloaded");
        // Not left yet: the letters count as they come.
        await page.GetByLabel("Hypothesis").FillAsync(Hypothesis);
        await Assertions.Expect(page.GetByLabel("Hypothesis")).ToHaveValueAsync(Hypothesis);
        await DesignSteps.NextAsync(page, "Arms");
        await page.GetByLabel("Name of arm 2").FillAsync("frame");
        await DesignSteps.NextAsync(page, "Place");

        await page.ReloadAsync();
        await researcher.ReadyAsync();

        await Assertions.Expect(page.Locator("[data-restored]")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[data-step=Place] [aria-current=step]")).ToHaveCountAsync(1);
        await page.GoBackAsync();
        await Assertions.Expect(page.GetByLabel("Name of arm 2")).ToHaveValueAsync("frame");
        await page.GoBackAsync();
        await Assertions.Expect(page.GetByLabel("Hypothesis")).ToHaveValueAsync(Hypothesis);

        // Another tab has a design of its own.
        var other = await researcher.Context.NewPageAsync();
        await other.GotoAsync(new Uri(new Uri(shop.Server.Address), "/research/new").ToString());
        await Assertions.Expect(other.GetByLabel("Hypothesis")).ToHaveValueAsync("");
        await Assertions.Expect(other.Locator("[data-restored]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Design_SavedMeanwhile_TakesWhatIsSavedInPlaceOfWhatIsTyped()
    {
        var actions = shop.Server.Services.GetRequiredService<ExperimentActions>();
        await shop.Experiments.SaveAsync(actions.Create("meanwhile", new() { Hypothesis = Hypothesis }, "ada@example.org"), 0);
        var researcher = await ResearcherAsync();
        var page = researcher.Page;
        await researcher.OpenAsync("/research/experiments/meanwhile/edit");
        await page.GetByLabel("Hypothesis").PressSequentiallyAsync(" Or not.");
        var (saved, revision) = (await shop.Experiments.FindAsync("meanwhile"))!.Value;
        await shop.Experiments.SaveAsync(saved, revision);

        await page.GetByRole(AriaRole.Button, new() { Name = "Save the draft" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Take what is saved" }).ClickAsync();

        await Assertions.Expect(page.GetByLabel("Hypothesis")).ToHaveValueAsync(Hypothesis);
    }

    private async Task<Visitor> ResearcherAsync()
    {
        var researcher = await VisitAsync();
        await researcher.SignInAsAsync(shop.Server, Roles.Researcher);
        await researcher.OpenAsync("/research/new");
        return researcher;
    }

    /// <summary>Tabs on to a button and presses it.</summary>
    private static async Task PressAsync(IPage page, string button)
    {
        for (var tabs = 0; tabs < 80; tabs++)
        {
            if (await page.EvaluateAsync<string>("() => document.activeElement.tagName + ' ' + document.activeElement.textContent.trim()")
                == $"BUTTON {button}")
            {
                await page.Keyboard.PressAsync("Enter");
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"The keyboard does not reach '{button}'.");
    }
}
