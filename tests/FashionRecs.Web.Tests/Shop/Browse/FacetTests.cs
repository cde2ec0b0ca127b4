using FashionRecs.Core.Attributes;
using FashionRecs.Storage.Shop;
using FashionRecs.Web.Shop.Browse;

namespace FashionRecs.Web.Tests.Shop.Browse;

public class FacetTests
{
    private static readonly AttributeVocabulary Vocabulary = AttributeVocabularyFile.Default;
    private static readonly AttributeValue VNeck = Vocabulary.TryFind("neckline_design", "V Neckline")!;

    [Fact]
    public void Of_ValueWithoutProducts_IsLeftOutUnlessItIsChosen()
    {
        Assert.DoesNotContain(Facet.Of(Page(), new CatalogQuery(), Vocabulary), facet => facet.Name == "neckline_design");

        var chosen = Assert.Single(Facet.Of(Page(), new CatalogQuery { Values = [VNeck] }, Vocabulary), facet => facet.Name == "neckline_design");

        Assert.True(chosen.IsUsed);
        Assert.Equal("/catalog", Assert.Single(chosen.Choices).Address);
    }

    [Fact]
    public void Of_ValueOnALaterPage_LeadsToTheFirstPageWithIt()
    {
        var facets = Facet.Of(Page((VNeck, 7)), new CatalogQuery { Types = ["Dress"], Skip = 48 }, Vocabulary);

        var choice = facets.Single(facet => facet.Name == "neckline_design").Choices.Single();

        Assert.Equal((7, false, "/catalog?type=Dress&neckline_design=V%20Neckline"), (choice.Count, choice.Chosen, choice.Address));
    }

    [Fact]
    public void Of_ChosenTypeThatIsGone_CanStillBeTakenAway()
    {
        var type = Facet.Of(Page(), new CatalogQuery { Types = ["Cape"] }, Vocabulary).Single(facet => facet.Name == "type");

        Assert.Contains(type.Choices, choice => choice is { Title: "Cape", Count: 0, Chosen: true, Address: "/catalog" });
    }

    private static CatalogPage Page(params (AttributeValue Value, int Count)[] counts) => new(
        [], 0, Vocabulary.Values.Where(value => !value.IsInvisible).ToDictionary(value => value, value => counts.FirstOrDefault(count => count.Value == value).Count),
        [KeyValuePair.Create("Dress", 3)], []);
}
