using FashionRecs.Application.Accounts;
using FashionRecs.Application.Models;
using FashionRecs.EndToEnd.Tests.Accounts;
using FashionRecs.EndToEnd.Tests.Browsing;
using FashionRecs.Vision.Backbones;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace FashionRecs.EndToEnd.Tests.Merchandising;

/// <summary>Weights that are worse at an attribute come into use by typed words alone.</summary>
public sealed class WorseWeightsTests(Browser browser) : IDisposable
{
    private readonly ShopServer server = new();

    public void Dispose() => server.Dispose();

    [Fact]
    public async Task Weights_WorseAtAnAttribute_AreTakenIntoUseOnlyByTheTypedWords()
    {
        var (worse, better) = (await KeepAsync('b', isWorse: true), await KeepAsync('c', isWorse: false));
        await using var person = await browser.VisitAsync(server.Address);
        await person.SignInAsAsync(server, Roles.Merchandiser);
        await person.OpenAsync("/merchandising/weights");

        // The dialog says at what they are worse; anything but the words leaves it shut.
        await person.Page.Locator($"[data-use='{worse}']").ClickAsync();
        var dialog = person.Page.GetByRole(AriaRole.Dialog, new() { Name = "Take worse weights into use?" });
        await Assertions.Expect(dialog.Locator("[data-worse]"))
            .ToContainTextAsync("Neckline, n 44: 81.8 % before, 75.0 % after (−6.8 points)");
        await Assertions.Expect(dialog.Locator("[data-worse]")).Not.ToContainTextAsync("Sleeve");
        var (words, go) = (dialog.Locator("[data-worse-word]"), dialog.Locator("[data-worse-go]"));
        await Assertions.Expect(go).ToBeDisabledAsync();
        foreach (var other in (string[])["yes", "use", LearningReport.Confirmation.ToUpperInvariant(), LearningReport.Confirmation + "!"])
        {
            await words.FillAsync(other);
            await words.PressAsync("Enter");
            await Assertions.Expect(go).ToBeDisabledAsync();
        }

        await person.CheckAsync("weights-worse");
        await words.FillAsync(LearningReport.Confirmation);
        await Assertions.Expect(go).ToBeEnabledAsync();

        // Whoever thinks again has changed nothing, typed words or not.
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
        Assert.Empty(await Store.UsesAsync());

        // By the keyboard alone, from the first key to the last.
        await person.Page.Locator($"[data-use='{worse}']").PressAsync("Enter");
        await Assertions.Expect(words).ToHaveValueAsync("");
        await Assertions.Expect(words).ToBeFocusedAsync();
        await person.Page.Keyboard.TypeAsync(LearningReport.Confirmation);
        await Assertions.Expect(words).ToHaveValueAsync(LearningReport.Confirmation);
        await Assertions.Expect(go).ToBeEnabledAsync();
        await go.PressAsync("Enter");
        await Assertions.Expect(person.Page.Locator("[data-reprojection]")).ToContainTextAsync("Taken into use");
        Assert.Equal(worse, (await Store.CurrentAsync())!.Fingerprint);

        // Weights that are worse at nothing need no words.
        await person.Page.Locator($"[data-use='{better}']").ClickAsync();
        await Assertions.Expect(person.Page.Locator($"[data-use='{better}']")).ToHaveCountAsync(0);
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
        Assert.Equal([better, worse], (await Store.UsesAsync()).Select(use => use.Fingerprint));
    }

    private IModelStore Store => server.Services.GetRequiredService<IModelStore>();

    /// <summary>The network that ships under another name, with the report of one that was made from reviews.</summary>
    private async Task<string> KeepAsync(char letter, bool isWorse)
    {
        var fingerprint = new string(letter, 64);
        LearningReportRow[] rows =
        [
            new("Neckline", 44, "81.8 %", isWorse ? "75.0 %" : "84.1 %", isWorse ? "−6.8 points" : "+2.3 points", 120, IsWorse: isWorse),
            new("Sleeve length", 51, "90.2 %", "92.2 %", "+2.0 points", 131),
        ];
        await Store.KeepAsync(new RegisteredModel(fingerprint, AttributeModelFile.ShippedPath,
            new LearningReport(new string('a', 64), rows).Write(), DateTimeOffset.UnixEpoch.AddDays(letter)));
        return fingerprint;
    }
}
