using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Explanations;
using FashionRecs.Recommenders.Complements;
using FashionRecs.Recommenders.Features;

namespace FashionRecs.Recommenders.Tests.Complements;

/// <summary>A shop of forty products, half of them black and half white, and what its shoppers chose.</summary>
internal static class SmallShop
{
    private static readonly string[] Words =
        ["linen", "cotton", "silk", "wool", "denim", "velvet", "jersey", "satin", "tweed", "lace", "suede", "canvas", "corduroy", "chiffon",
            "poplin", "flannel", "tulle", "twill", "crepe", "organza"];

    public static readonly DateOnly Day = new(2026, 5, 4);

    public static AttributeVocabulary Vocabulary => AttributeVocabularyFile.Default;

    /// <summary>The weights that ship.</summary>
    public static IReadOnlyDictionary<string, double> Weights { get; } = ShareWeights.Load(ShareWeights.ShippedPath);

    public static CatalogItem[] Items { get; } = [.. Enumerable.Range(0, 40).Select(number => Item($"p{number:00}", product => product with
    {
        Name = $"{Words[number % 20]} {(number < 20 ? "skirt" : "shirt")}", Type = number < 20 ? "Skirt" : "Shirt",
        Colour = number % 2 == 0 ? "Black" : "White",
        Price = 10 + number, Description = $"Made of {Words[(number + 7) % 20]} and {Words[number % 5]}.",
    }))];

    public static CatalogItem Item(string id, Func<Product, Product>? change = null, IReadOnlyList<ReviewedTag>? reviewed = null)
    {
        var bare = new Product { Id = id, Name = id, Picture = $"picture of {id}", PictureWidth = 30, PictureHeight = 40 };
        return new CatalogItem(Vocabulary, change?.Invoke(bare) ?? bare, null, reviewed ?? []);
    }

    /// <summary>Shoppers who each chose the same products on one day.</summary>
    public static IEnumerable<ShopperChoice> Shoppers(int count, string name, params string[] products) =>
        from shopper in Enumerable.Range(0, count) from product in products select new ShopperChoice($"{name}{shopper}", product, Day);

    public static PairingModel Fit(IEnumerable<ShopperChoice> choices, IReadOnlyDictionary<string, double>? weights = null,
        CatalogItem[]? items = null) =>
        PairingModel.Fit(items ?? Items, Vocabulary, [.. choices], weights ?? Weights);

    public static IReadOnlyDictionary<string, double> Only(string share) => new Dictionary<string, double> { [share] = 1 };

    public static IReadOnlyList<Pairing> With(this PairingModel model, params string[] products) =>
        model.Best(products.Select(product => (product, Day)), 40, new Explainer(new ExplanationOptions()));

    /// <summary>What is said of a pairing first; null for nothing.</summary>
    public static EvidenceReason? Reason(this Pairing pairing) => pairing.Explanation.Beside.FirstOrDefault()?.Reason;

    /// <summary>All that a pairing's score is made of.</summary>
    public static IEnumerable<EvidencePart> Parts(this Pairing pairing) =>
        pairing.Explanation.Evidence.SelectMany(contribution => contribution.Parts);
}
