using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace FashionRecs.EndToEnd.Tests.Browsing;

/// <summary>
/// Pages against WCAG 2.2 AA by axe, in both themes. Names, roles and sizes are the same in both, so the other theme is only looked at for
/// what colours decide: one page that is opened once tells all.
/// </summary>
internal static class Accessible
{
    /// <summary>In a failed test's message, examples of one rule.</summary>
    private const int Examples = 3;

    private static readonly string[] Tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
    private static readonly string[] OfColours = ["color-contrast", "link-in-text-block"];

    /// <summary>
    /// Colours pass into each other over some frames, however short, and what inherits one begins when the other has ended: waits until
    /// nothing has passed for three frames.
    /// </summary>
    private const string Settled = """
        async () => {
            for (let still = 0; still < 3;) {
                await new Promise(done => requestAnimationFrame(done));
                const passing = document.getAnimations().some(animation => animation.effect.getComputedTiming().endTime < Infinity
                    && animation.playState === "running");
                still = passing ? 0 : still + 1;
            }
        }
        """;

    /// <summary>Fails where the open page breaks a rule in either theme; shows both to whoever asked for pictures.</summary>
    /// <param name="visitor">Whose page it is; it is in the visitor's theme again afterwards.</param>
    /// <param name="name">Of the pictures, before the theme; null for none. In a failed test it says which page it was.</param>
    public static async Task CheckAsync(this Visitor visitor, string? name = null)
    {
        var found = await BrokenAsync(visitor, name);
        Assert.True(found.Count == 0, string.Join('\n', found.Prepend(name)));
    }

    /// <summary>What the open page breaks in either theme, a line each.</summary>
    public static async Task<IReadOnlyList<string>> BrokenAsync(this Visitor visitor, string? name = null)
    {
        var page = visitor.Page;
        var isDark = await page.EvaluateAsync<bool>("matchMedia('(prefers-color-scheme: dark)').matches");
        var found = await InThemeAsync("tag", Tags, isDark);
        await page.EmulateMediaAsync(new() { ColorScheme = isDark ? ColorScheme.Light : ColorScheme.Dark });
        await page.EvaluateAsync(Settled);
        found.AddRange(await InThemeAsync("rule", OfColours, !isDark));
        await page.EmulateMediaAsync(new() { ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light });
        return found;

        async Task<List<string>> InThemeAsync(string type, string[] values, bool dark)
        {
            var theme = dark ? "dark" : "light";
            if (name is not null)
            {
                await visitor.ShowAsync($"{name}-{theme}");
            }

            // Text in the very colour of its ground is "incomplete" to axe, not a violation. What the page has replaced meanwhile has none.
            var unreadable = await page.Locator(".button:visible").EvaluateAllAsync<string[]>(
                "buttons => buttons.filter(button => button.isConnected && getComputedStyle(button).color "
                    + "=== getComputedStyle(button).backgroundColor).map(button => button.outerHTML)");
            var result = await page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = type, Values = [.. values] } });
            return
            [
                .. unreadable.Select(button => $"{theme}: as its ground: {button}"),
                .. result.Violations.Select(violation => $"{theme}: {violation.Id}: {violation.Help}: "
                    + string.Join(" | ", violation.Nodes.Take(Examples)
                        .Select(node => $"{node.Html} {string.Join(';', node.Any.Select(check => check.Message))}"))),
            ];
        }
    }
}
