using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Explanations;
using FashionRecs.Recommenders.Complements;

namespace FashionRecs.Recommenders.Tests.Complements;

public class PairingRowTests
{
    [Fact]
    public void Pick_OtherColoursOfOneGarment_StandInItOnce() =>
        Assert.Equal("a c d", Row([Named("a", "Dress"), Named("b", "dress"), Named("c", "Skirt"), Named("d", "Shirt")], []));

    [Fact]
    public void Pick_AnotherColourOfSomethingChosen_IsLeftOut() =>
        Assert.Equal("b",
        Row([Named("a", "Dress"), Named("b", "Skirt")], [SmallShop.Item("mine", product => product with { Name = "Dress" })]));

    [Fact]
    public void Pick_ManyOfAType_StandTwiceAndFillUpWhereThereIsNothingElse()
    {
        Pairing[] best = [.. Enumerable.Range(0, 5).Select(number => Of($"s{number}", "Skirt")), Of("t", "Shirt")];

        Assert.Equal("s0 s1 t", Row(best, [], 3));
        Assert.Equal("s0 s1 s2 t", Row(best, [], 4));
    }

    [Fact]
    public void Pick_NotToBeShown_IsNot() =>
        Assert.Equal("b",
        string.Join(' ',
        PairingRow.Pick([Of("a", ""), Of("b", "")], [], item => item.Product.Id != "a", 4).Select(pairing => pairing.Item.Product.Id)));

    private static string Row(IReadOnlyList<Pairing> best, CatalogItem[] chosen, int count = 4) =>
        string.Join(' ', PairingRow.Pick(best, chosen, _ => true, count).Select(pairing => pairing.Item.Product.Id));

    private static Pairing Named(string id, string name) =>
        new(SmallShop.Item(id, product => product with { Name = name }), Explanation.None);

    private static Pairing Of(string id, string type) => new(SmallShop.Item(id, product => product with { Type = type }), Explanation.None);
}
