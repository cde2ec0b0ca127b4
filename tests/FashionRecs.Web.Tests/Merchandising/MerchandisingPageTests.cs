using System.Security.Claims;
using Bunit;
using FashionRecs.Application.Catalog;
using FashionRecs.Application.CatalogImport;
using FashionRecs.Application.Review;
using FashionRecs.Application.Review.Bulk;
using FashionRecs.Application.Review.Dashboard;
using FashionRecs.Application.Settings;
using FashionRecs.Application.Shop;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Reviews.Annotations;
using FashionRecs.Tests;
using FashionRecs.Web.Merchandising.Bulk;
using FashionRecs.Web.Merchandising.Dashboard;
using FashionRecs.Web.Merchandising.History;
using FashionRecs.Web.Merchandising.Queue;
using FashionRecs.Web.Merchandising.Review;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Web.Tests.Merchandising;

public sealed class MerchandisingPageTests : IDisposable
{
    private static readonly AttributeValue Long = TestShop.Value("sleeve_length", "Long Sleeves");
    private readonly TestShop shop = new();
    private readonly BunitContext pages = new();

    public MerchandisingPageTests()
    {
        pages.Services.AddSingleton(TestShop.Vocabulary).AddSingleton(shop.Get<ReviewDashboard>()).AddSingleton(shop.Get<ReviewBookCache>())
            .AddSingleton(shop.Get<BulkEdit>()).AddSingleton(shop.Get<IReviewStore>()).AddSingleton(shop.Get<TagHistory>())
                .AddSingleton(shop.Get<CatalogCache>())
            .AddSingleton(new ReviewTaskLoader(shop.Get<ICatalogStore>(), shop.Get<IAnnotationStore>(), shop.Get<ISettingStore>()))
            .AddSingleton(new FilterChoicesCache(shop.Get<CatalogCache>(), shop.Get<ReviewBookCache>(), shop.Get<ArrivalsCache>()))
            .AddSingleton(TimeProvider.System).AddSingleton<AuthenticationStateProvider>(new Bob());
    }

    public void Dispose()
    {
        pages.Dispose();
        shop.Dispose();
    }

    [Fact]
    public async Task Overview_AnotherAttributeInTheAddress_ShowsIt()
    {
        await shop.AddAsync("p", Long);
        await SubmitAsync(Long);
        Go("/merchandising?attribute=skirt_length");
        var page = pages.Render<OverviewPage>();
        page.WaitForAssertion(() => Assert.Contains("Skirt length", page.Find("#values h2").TextContent));

        Go("/merchandising?attribute=sleeve_length#values");

        page.WaitForAssertion(() => Assert.Contains("Sleeve length", page.Find("#values h2").TextContent));
        Assert.Equal("Sleeve length", page.Find("th a[aria-current]").TextContent);
    }

    [Fact]
    public async Task Bulk_FilterTakenFromTheAddress_IsNotInEffectAnyMore()
    {
        await shop.AddAsync("p", Long);
        await shop.AddAsync("q", TestShop.Value("sleeve_length", "Short Sleeves"));
        Go("/merchandising/bulk?attribute=sleeve_length&value=Long%20Sleeves&state=all");
        var page = pages.Render<BulkPage>();
        Preview(page);
        page.WaitForAssertion(() => Assert.Equal("1", page.Find("[data-bulk-count]").GetAttribute("data-bulk-count")));

        Go("/merchandising/bulk");

        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-bulk-count]")));
        Assert.Empty(page.FindAll("option[selected][value='sleeve_length']"));
        Preview(page);
        page.WaitForAssertion(() => Assert.Equal("2", page.Find("[data-bulk-count]").GetAttribute("data-bulk-count")));
    }

    [Fact]
    public void Bulk_ValueOfAnotherAttribute_IsToldAndNothingCanBePreviewed()
    {
        Go("/merchandising/bulk?attribute=skirt_length&value=coat_length%3AMidi%20Length");
        var page = pages.Render<BulkPage>();

        page.WaitForAssertion(() => Assert.Contains("not of Skirt length", page.Find("[data-filter-trouble]").TextContent));
        Assert.True(page.FindAll("button").Single(button => button.TextContent == "Preview").HasAttribute("disabled"));
    }

    [Fact]
    public async Task History_ForTheSecondPerson_HidesTheFirstWord()
    {
        await shop.Get<ISettingStore>().SetAsync(SettingNumbers.SecondAnnotationShare, "1");
        await shop.AddAsync("p", Long);
        await SubmitAsync(TestShop.Value("sleeve_length", "Short Sleeves"));

        var page = pages.Render<HistoryPage>(parameters => parameters.Add(history => history.Id, "p"));

        page.WaitForAssertion(() => Assert.Contains("stays hidden", page.Find("[data-hidden]").TextContent));
        Assert.DoesNotContain("Short", page.Markup, StringComparison.Ordinal);
    }

    private void Go(string address) => pages.Services.GetRequiredService<NavigationManager>().NavigateTo(address);

    private static void Preview(IRenderedComponent<BulkPage> page)
    {
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".bulk-edit button")));
        page.Find(".bulk-edit button").Click();
    }

    private Task SubmitAsync(AttributeValue value) => shop.Get<IReviewStore>().SubmitAsync(new ReviewAct(
        Guid.NewGuid(), "Ada", ReviewActKind.Say, "", [new ReviewChange("p", value.Attribute, TagMarks.Choose(value))]));

    private sealed class Bob : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() =>
            Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, "Bob")], "test"))));
    }
}
