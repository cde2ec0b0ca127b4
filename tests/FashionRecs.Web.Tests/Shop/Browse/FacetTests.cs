using FashionRecs.Web.Languages;
using FashionRecs.Application.Shop;
using FashionRecs.Domain.Attributes;
using FashionRecs.Web.Shop;
using FashionRecs.Web.Shop.Browse;

namespace FashionRecs.Web.Tests.Shop.Browse;

public class FacetTests
{
    private static readonly AttributeVocabulary Vocabulary = AttributeVocabularyFile.Default;
    private static readonly PriceWords Prices = new("€");
    private static readonly AttributeValue VNeck = Vocabulary.TryFind("neckline_design", "V Neckline")!;

    [Fact]
    public void Of_ValueWithoutProducts_IsLeftOutUnlessItIsChosen()
    {
        Assert.DoesNotContain(Facet.Of(Page(), new CatalogQuery(), Vocabulary, Prices, EnglishTexts.Localizer),
            facet => facet.Name == "neckline_design");

        var chosen = Assert.Single(Facet.Of(Page(), new CatalogQuery { Values = [VNeck] }, Vocabulary, Prices, EnglishTexts.Localizer),
            facet => facet.Name == "neckline_design");

        Assert.True(chosen.IsUsed);
        Assert.Equal("/catalog", Assert.Single(chosen.Choices).Address);
    }

    [Fact]
    public void Of_ValueOnALaterPage_LeadsToTheFirstPageWithIt()
    {
        var round = Vocabulary.TryFind("neckline_design", "Round Neckline")!;
        var facets = Facet.Of(Page((round, 7)), new CatalogQuery { Types = ["Dress"], Skip = 48 }, Vocabulary, Prices,
            EnglishTexts.Localizer);

        var choice = facets.Single(facet => facet.Name == "neckline_design").Choices.Single();

        Assert.Equal((7, false, "/catalog?type=Dress&neckline_design=Round%20Neckline"), (choice.Count, choice.Chosen, choice.Address));
    }

    [Fact]
    public void Of_FamilyThenItsValues_StandInThatOrderAndReplaceEachOther()
    {
        var family = VNeck.Family!;
        var page = Page((VNeck, 7)) with { Families = new Dictionary<ValueFamily, int> { [family] = 9 } };

        var any = Facet.Of(page, new CatalogQuery(), Vocabulary, Prices, EnglishTexts.Localizer)
            .Single(facet => facet.Name == "neckline_design").Choices;
        var one = Facet.Of(page, new CatalogQuery { Families = [family] }, Vocabulary, Prices, EnglishTexts.Localizer)
            .Single(facet => facet.Name == "neckline_design").Choices;
        var back = Facet.Of(page, new CatalogQuery { Values = [VNeck] }, Vocabulary, Prices, EnglishTexts.Localizer)
            .Single(facet => facet.Name == "neckline_design").Choices;

        Assert.Equal([("V-shaped neckline", 9, false)], any.Select(choice => (choice.Title, choice.Count, choice.IsInner)));
        Assert.Equal([("V-shaped neckline", 9, false), ("V-neckline", 7, true)],
            one.Select(choice => (choice.Title, choice.Count, choice.IsInner)));
        Assert.Equal(["/catalog", "/catalog?neckline_design=V%20Neckline"], one.Select(choice => choice.Address));
        Assert.Equal(["/catalog?neckline_design=V-Shaped", "/catalog"], back.Select(choice => choice.Address));
    }

    [Fact]
    public void Of_ColourThatIsKnown_HasItsSwatch()
    {
        var page = Page() with { Swatches = new Dictionary<string, string> { ["Navy"] = "#1d2b4f" } };
        page = page with { Colours = [KeyValuePair.Create("Navy", 3), KeyValuePair.Create("Multicolour", 2)] };

        var colours = Facet.Of(page, new CatalogQuery(), Vocabulary, Prices, EnglishTexts.Localizer)
            .Single(facet => facet.Name == "colour");

        Assert.Equal(["#1d2b4f", null], colours.Choices.Select(choice => choice.Swatch));
    }

    [Fact]
    public void Of_OtherLengthOfPages_IsKept()
    {
        var facets = Facet.Of(Page((VNeck, 7)), new CatalogQuery { Take = 48, Skip = 96, Pages = 2 }, Vocabulary, Prices,
            EnglishTexts.Localizer);

        Assert.All(facets.SelectMany(facet => facet.Choices),
            choice => Assert.EndsWith("&per=48", choice.Address, StringComparison.Ordinal));
    }

    [Fact]
    public void Of_ChosenTypeThatIsGone_CanStillBeTakenAway()
    {
        var type = Facet.Of(Page(), new CatalogQuery { Types = ["Cape"] }, Vocabulary, Prices, EnglishTexts.Localizer)
            .Single(facet => facet.Name == "type");

        Assert.Contains(type.Choices, choice => choice is { Title: "Cape", Count: 0, Chosen: true, Address: "/catalog" });
    }

    [Fact]
    public void Of_Prices_AreCountedAndKeptInTheAddressAsARange()
    {
        var page = Page() with { Prices =
            [KeyValuePair.Create(new PriceStep(null, 20), 3), KeyValuePair.Create(new PriceStep(20, 50), 4),
            KeyValuePair.Create(new PriceStep(50, null), 0)] };

        var price = Facet.Of(page, new CatalogQuery { PriceFrom = 20, PriceTo = 50, Skip = 24 }, Vocabulary, Prices, EnglishTexts.Localizer)
            .Single(facet => facet.Name == "price");

        Assert.Equal(
            [new FacetChoice("Up to €20", 3, false, "/catalog?max=20"), new FacetChoice("€20 to €50", 4, true, "/catalog")],
            price.Choices);
    }

    [Fact]
    public void Applied_WordsAndAnyRangeOfPrices_CanBeTakenAwayOneByOne()
    {
        var query = new CatalogQuery { Words = "linen", PriceFrom = 50, PriceTo = 60 };

        var applied = Facet.Applied(Facet.Of(Page(), query, Vocabulary, Prices, EnglishTexts.Localizer), query, [query.Words], Vocabulary,
            Prices, EnglishTexts.Localizer);

        Assert.Equal([("“linen”", "/catalog?min=50&max=60"), ("€50 to €60", "/catalog?q=linen")],
            applied.Select(choice => (choice.Title, choice.Address)));
    }

    private static CatalogPage Page(params (AttributeValue Value, int Count)[] counts) => new(
        [], 0, Vocabulary.Values.Where(value => !value.IsInvisible)
            .ToDictionary(value => value, value => counts.FirstOrDefault(count => count.Value == value).Count),
        [KeyValuePair.Create("Dress", 3)], []);
}
