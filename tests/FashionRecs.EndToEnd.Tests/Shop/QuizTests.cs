using FashionRecs.EndToEnd.Tests.Browsing;
using FashionRecs.EndToEnd.Tests.Shelves;
using Microsoft.Playwright;

namespace FashionRecs.EndToEnd.Tests.Shop;

public class QuizTests(Browser browser, FilledShop shop) : BrowserTest(browser, shop.Server.Address)
{
    [Fact]
    public async Task Quiz_TenAnswers_EndWithWhatTheySay()
    {
        var shopper = await VisitAsync();
        await BeginAsync(shopper);
        await shopper.ShowAsync("quiz-light", whole: false);

        for (var answered = 1; answered <= 10; answered++)
        {
            await shopper.Page.GetByRole(AriaRole.Button, new() { Name = answered % 3 == 0 ? "No" : "Yes", Exact = true }).ClickAsync();
            await Assertions.Expect(shopper.Page.Locator(".kicker")).ToContainTextAsync(answered < 10 ? $"{answered + 1} of 10" : "done");
        }

        await shopper.ShowAsync("quiz-result-light", whole: false);
        await shopper.Page.GetByRole(AriaRole.Link, new() { Name = "See what we picked" }).ClickAsync();
        await Assertions.Expect(shopper.Page.Locator(".lede")).ToContainTextAsync("Learned from 10 clicks.");
    }

    [Fact]
    public async Task Quiz_UndoOfAnswerAndOfSkip_ComesBackToThePicture()
    {
        var shopper = await VisitAsync(dark: true, phone: true);
        await BeginAsync(shopper);
        var first = await PictureAsync(shopper);

        await shopper.Page.GetByRole(AriaRole.Button, new() { Name = "Yes", Exact = true }).ClickAsync();
        await StepAsync(shopper, 2);
        await shopper.Page.GetByRole(AriaRole.Button, new() { Name = "Undo the last answer" }).ClickAsync();
        await StepAsync(shopper, 1);
        Assert.Equal(first, await PictureAsync(shopper));

        await shopper.Page.GetByRole(AriaRole.Link, new() { Name = "Skip", Exact = true }).ClickAsync();
        await StepAsync(shopper, 2);
        Assert.NotEqual(first, await PictureAsync(shopper));
        await shopper.ShowAsync("quiz-dark-phone", whole: false);
        await shopper.Page.GetByRole(AriaRole.Link, new() { Name = "Undo the skip" }).ClickAsync();
        await StepAsync(shopper, 1);
        Assert.Equal(first, await PictureAsync(shopper));
    }

    [Fact]
    public async Task Quiz_Reload_GoesOnWhereItWas()
    {
        var shopper = await VisitAsync();
        await BeginAsync(shopper);
        await shopper.Page.GetByRole(AriaRole.Button, new() { Name = "No", Exact = true }).ClickAsync();
        await StepAsync(shopper, 2);
        var second = await PictureAsync(shopper);

        await shopper.Page.ReloadAsync();
        await shopper.ReadyAsync();

        await StepAsync(shopper, 2);
        Assert.Equal(second, await PictureAsync(shopper));
    }

    private static async Task BeginAsync(Visitor shopper)
    {
        await shopper.OpenAsync("/quiz");
        await shopper.Page.GetByRole(AriaRole.Link, new() { Name = "Begin" }).ClickAsync();
        await StepAsync(shopper, 1);
    }

    private static Task StepAsync(Visitor shopper, int number) =>
        Assertions.Expect(shopper.Page.Locator(".kicker")).ToContainTextAsync($"{number} of 10");

    private static async Task<string?> PictureAsync(Visitor shopper) =>
        await shopper.Page.Locator(".quiz-card").GetAttributeAsync("data-product-card");
}
