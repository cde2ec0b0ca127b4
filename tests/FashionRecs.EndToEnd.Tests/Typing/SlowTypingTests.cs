using FashionRecs.Application.Accounts;
using FashionRecs.Application.Shop;
using FashionRecs.EndToEnd.Tests.Accounts;
using FashionRecs.EndToEnd.Tests.Browsing;
using FashionRecs.EndToEnd.Tests.Research;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace FashionRecs.EndToEnd.Tests.Typing;

/// <summary>Whoever types faster than the line to the shop answers loses no letter, and the shop has all of them.</summary>
public class SlowTypingTests(Browser browser, ResearchShop shop) : BrowserTest(browser, shop.Server.Address), IClassFixture<ResearchShop>
{
    private const string Hypothesis = "A marked region makes a reason easier to believe.";
    private static readonly TimeSpan Way = TimeSpan.FromMilliseconds(200);

    [Fact]
    public async Task Product_NameTypedOverASlowLine_IsSavedWhole()
    {
        var product = (await shop.Server.Services.GetRequiredService<ShopService>().CatalogAsync()).Items[0].Product;
        var person = await SlowAsync(Roles.Merchandiser);
        await person.OpenAsync($"/merchandising/products/{product.Id}");
        var name = person.Page.Locator("[data-field=name]");
        await name.FocusAsync();
        await name.PressAsync("End");

        await name.PressSequentiallyAsync(", and all that goes with it", new() { Delay = 40 });

        var whole = product.Name + ", and all that goes with it";
        await Assertions.Expect(name).ToHaveValueAsync(whole);
        await person.Page.Locator("[data-save]").ClickAsync();
        await Assertions.Expect(person.Page.Locator("h1")).ToHaveTextAsync(whole);
        await Assertions.Expect(name).ToHaveValueAsync(whole);
    }

    [Fact]
    public async Task Design_TypedOverASlowLine_IsKeptWhole()
    {
        var person = await SlowAsync(Roles.Researcher);
        await person.OpenAsync("/research/new");
        await person.Page.GetByLabel("Key, used in links and seeds").PressSequentiallyAsync("slow-line");
        var hypothesis = person.Page.GetByLabel("Hypothesis");
        await hypothesis.PressSequentiallyAsync(Hypothesis);

        await Assertions.Expect(hypothesis).ToHaveValueAsync(Hypothesis);
        await Polling.UntilAsync(() => person.Page.EvaluateAsync<string>("sessionStorage['fashionrecs-design::0'] ?? ''"),
            kept => kept.Contains(Hypothesis, StringComparison.Ordinal));
        await Assertions.Expect(hypothesis).ToHaveValueAsync(Hypothesis);
        await DesignSteps.NextAsync(person.Page, "Arms");
    }

    [Fact]
    public async Task Search_TypedOnWhileTheFirstWordsAreLookedFor_KeepsWhatIsTyped()
    {
        var person = await SlowAsync(Roles.Administrator);
        await person.OpenAsync("/administration");
        var field = person.Page.GetByLabel("Search by address");

        await field.PressSequentiallyAsync("exam");
        await field.PressAsync("Enter");
        await field.PressSequentiallyAsync("ple.org", new() { Delay = 120 });

        await Assertions.Expect(field).ToHaveValueAsync("example.org");
        await field.PressAsync("Enter");
        await Assertions.Expect(person.Page.Locator(".desk tbody tr").First).ToContainTextAsync("example.org");
    }

    [Fact]
    public async Task Design_TypedAsSoonAsItIsThereAgain_GoesOnAfterWhatWasTypedBefore()
    {
        var person = await SlowAsync(Roles.Researcher);
        await person.OpenAsync("/research/new");
        var hypothesis = person.Page.GetByLabel("Hypothesis");
        await hypothesis.PressSequentiallyAsync("Before.");
        await Polling.UntilAsync(() => person.Page.EvaluateAsync<string>("sessionStorage['fashionrecs-design::0'] ?? ''"),
            kept => kept.Contains("Before.", StringComparison.Ordinal));

        await person.Page.ReloadAsync();
        await person.Page.Locator("html[data-ready=true]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        // A field that takes no letters yet loses none.
        await Polling.UntilAsync(async () =>
        {
            await hypothesis.FocusAsync();
            return await hypothesis.EvaluateAsync<bool>("field => field === document.activeElement");
        }, isThere => isThere);
        await hypothesis.PressAsync("End");
        await person.Page.Keyboard.TypeAsync(" And after.", new() { Delay = 40 });

        await Assertions.Expect(person.Page.Locator("[data-restored]")).ToBeVisibleAsync();
        await Assertions.Expect(hypothesis).ToHaveValueAsync("Before. And after.");
    }

    [Fact]
    public async Task Dialog_FieldThatSomebodyWentTo_KeepsTheFocus()
    {
        var person = await SlowAsync(Roles.Merchandiser);
        await person.OpenAsync("/merchandising/products");
        await person.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Select all") }).ClickAsync();
        await person.Page.GetByRole(AriaRole.Button, new() { Name = "Edit a field …" }).ClickAsync();
        var text = person.Page.Locator("[data-set-text]");

        await text.FocusAsync();
        await person.Page.Keyboard.TypeAsync("Moss green and grey", new() { Delay = 80 });

        await Assertions.Expect(text).ToHaveValueAsync("Moss green and grey");
        await Assertions.Expect(text).ToBeFocusedAsync();
    }

    private async Task<Visitor> SlowAsync(string role)
    {
        var visitor = await VisitAsync();
        await visitor.SignInAsAsync(shop.Server, role);
        await visitor.SlowDownAsync(Way);
        return visitor;
    }
}
