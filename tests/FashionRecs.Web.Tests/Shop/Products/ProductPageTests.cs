using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using FashionRecs.Application.Catalog;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Tests;
using FashionRecs.Web.Tests.Shop.Arms;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Web.Tests.Shop.Products;

public class ProductPageTests(EmptyShop shop) : IClassFixture<EmptyShop>
{
    private static readonly AttributeValue VNeck = AttributeVocabularyFile.Default.TryFind("neckline_design", "V Neckline")!;

    [Fact]
    public async Task Page_ProductThatHasLeft_IsNotFoundAndSaysSo()
    {
        var answer = await shop.CreateClient().GetAsync("/product/no-such-product");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("This product has left the shop", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Page_NothingKnownOfTheShopper_StillListsWhatIsSeenAndWhoSaidSo()
    {
        await ImportAsync();

        var page = Text(await shop.CreateClient().GetStringAsync("/product/dress"));

        Assert.Matches("What we see in it.* V-neckline we are \\d+ % sure", page);
        Assert.Contains("Not in the picture", page);
    }

    [Fact]
    public async Task Page_ExperimentOnIt_ListsNothingBesideWhatTheArmShows()
    {
        await using var arms =
            await ArmShop.OpenAsync(new NoExplanation(), new NoExplanation(),
            design => design with { Surface = FashionRecs.Experiments.Lifecycle.ExplanationSurface.ProductPage });
        var client = arms.CreateClient();
        await client.GetStringAsync("/");

        Assert.DoesNotContain("What we see in it", await client.GetStringAsync("/product/p1"));
    }

    private async Task ImportAsync() => await shop.Services.GetRequiredService<ProductImport>().ImportAsync(
        new ProductFacts("dress", "Dress", "Dress", "Garment Full body", "Ladieswear", "Black", "Solid", 9.99m, "A dress."),
        Encoding.UTF8.GetBytes("picture"), new FakeProjector(VNeck));

    private static string Text(string page) => Regex.Replace(WebUtility.HtmlDecode(Regex.Replace(page, "<[^>]*>", " ")), "\\s+", " ");
}
