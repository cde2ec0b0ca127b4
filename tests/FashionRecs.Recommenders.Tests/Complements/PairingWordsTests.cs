using FashionRecs.Domain.Catalog;
using FashionRecs.Recommenders.Complements;

namespace FashionRecs.Recommenders.Tests.Complements;

public class PairingWordsTests
{
    [Fact]
    public void Reason_Popularity_CountsTheShoppers()
    {
        var best = SmallShop.Fit([.. SmallShop.Shoppers(7, "a", "p10"), .. SmallShop.Shoppers(1, "b", "p11")], SmallShop.Only("popularity"))
            .With("p00");

        Assert.Equal(("p10", "7 shoppers chose it"), Said(best[0]));
        Assert.Equal(("p11", null), Said(best[1]));
        Assert.All(best.Skip(2), pairing => Assert.Null(pairing.Reason()));
    }

    [Fact]
    public void Reason_ColoursThatGoTogether_NamesAProductOfThatColour()
    {
        // Black skirts with white shirts, over and over, never two of a colour; too few of each for them to be often chosen together.
        var choices = Enumerable.Range(0, 36)
            .SelectMany(shopper => SmallShop.Shoppers(1, $"s{shopper}-", $"p{shopper % 10 * 2:00}", $"p{21 + (shopper % 9 * 2):00}"));
        var best = SmallShop.Fit(choices, SmallShop.Only("colour")).With("p00", "p02", "p01");

        var white = best.First(pairing => pairing.Item.Product.Colour == "White");
        Assert.Equal(("its colour goes with", "p00"), (white.Reason()!.Words, white.Reason()!.Chosen!.Product.Id));
    }

    [Fact]
    public void Reason_Description_NamesTheOneDescribedAlike()
    {
        var best = SmallShop.Fit([], SmallShop.Only("closest description")).With("p00", "p11");

        // p20 shares the words of p00, p31 those of p11.
        Assert.Equal("p00", best.Single(pairing => pairing.Item.Product.Id == "p20").Reason()!.Chosen!.Product.Id);
        Assert.Equal("p11", best.Single(pairing => pairing.Item.Product.Id == "p31").Reason()!.Chosen!.Product.Id);
    }

    [Fact]
    public void Reason_PriceLevel_SaysWhichSide()
    {
        var model = SmallShop.Fit([], SmallShop.Only("price level"));

        var (dear, cheap) = (model.With("p38", "p39")[0], model.With("p00", "p01")[0]);
        Assert.Equal((true, "higher priced, like your choice"), (dear.Item.Product.Price > 40, dear.Reason()!.Words));
        Assert.Equal((true, "lower priced, like your choice"), (cheap.Item.Product.Price < 20, cheap.Reason()!.Words));
    }

    [Fact]
    public void Reason_Attribute_SaysTheValueInWords()
    {
        var (vneck, sleeves) =
            (SmallShop.Vocabulary.TryFind("neckline_design", "V Neckline")!,
            SmallShop.Vocabulary.TryFind("sleeve_length", "Long Sleeves")!);
        var items = Enumerable.Range(0, 20).Select(number => SmallShop.Item($"v{number:00}", reviewed: number % 2 == 0
            ? [Tag(vneck), Tag(sleeves)]
            : [])).ToArray();
        var choices = Enumerable.Range(0, 80)
            .SelectMany(shopper =>
            SmallShop.Shoppers(1, $"s{shopper}-", $"v{(shopper * 2 % 20) + (shopper % 2):00}",
            $"v{(((shopper * 2) + 4) % 20) + (shopper % 2):00}"));

        Assert.Equal("its V-neckline goes with",
            SmallShop.Fit(choices, SmallShop.Only("neckline_design"), items).With("v00")[0].Reason()!.Words);
        Assert.Equal("its long sleeves go with",
            SmallShop.Fit(choices, SmallShop.Only("sleeve_length"), items).With("v00")[0].Reason()!.Words);

        static ReviewedTag Tag(FashionRecs.Domain.Attributes.AttributeValue value) => new(
            value.Attribute, [.. value.Attribute.Values.Select(other => other == value ? TagMark.Is : TagMark.IsNot)], null, "Ada",
            DateTimeOffset.UnixEpoch, null);
    }

    private static (string, string?) Said(Pairing pairing) => (pairing.Item.Product.Id, pairing.Reason()?.Words);
}
