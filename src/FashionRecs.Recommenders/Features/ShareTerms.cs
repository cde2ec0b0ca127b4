using FashionRecs.Recommenders.Baselines;
using FashionRecs.Recommenders.Pictures;
using FashionRecs.Recommenders.Purchases;

namespace FashionRecs.Recommenders.Features;

/// <summary>The shares a score is made of.</summary>
public static class ShareTerms
{
    /// <summary>Penalty of the shares of <see cref="OftenBoughtWithTerm"/>, in buyers.</summary>
    public const float Lambda = 60;

    /// <summary>Buyers from which a product takes part in them.</summary>
    public const int MinBuyers = 5;

    /// <summary>
    /// <see cref="ProductTerms.Spread"/> of descriptions where the weights that ship were learned: .043 over 14,170 products, and up to .049
    /// in shops of 600 to 2,000 of them.
    /// </summary>
    public const double DescriptionSpread = 0.05;

    /// <summary>The same of names: .024, and up to .028.</summary>
    public const double NameSpread = 0.03;

    /// <summary>All shares, unfitted. Trait shares of the attributes are named after them, for example "neckline_design".</summary>
    public static IReadOnlyList<IShareTerm> Create(ShopProducts products, ProductAttributes attributes,
        PictureFeatureTable? features = null, EaseOptions? ease = null)
    {
        var words = new ProductTerms(products, product => $"{product.Description} {product.Name} {product.Type}", DescriptionSpread);
        var names = new ProductTerms(products, product => product.Name, NameSpread);
        var taste = new PureSvdEmbedding(64);
        var type = Trait(products, product => product.Type);
        return
        [
            new PopularityTerm(),
            new TrendTerm(),
            new NewcomerTerm(),
            new OftenBoughtWithTerm(ease ?? new EaseOptions { Lambda = Lambda, MinBuyers = MinBuyers }),
            new CommonBuyersTerm("same buyers", (common, left, right) => common / (MathF.Sqrt((float)left * right) + 30), 100,
                perItem: false),
            // Chance of buying the other given this one, over a typical product's chance.
            new CommonBuyersTerm("surprising together", (common, left, right) => common / (left + 5f) / (right + 3f), 20_000,
                perItem: true),
            new EmbeddingSimilarityFeature("taste", taste),
            new EmbeddingSimilarityFeature("broad taste", new PureSvdEmbedding(16)),
            new EmbeddingSimilarityFeature("closest taste", taste, closest: true),
            new ReturningTerm("bought on coming back", type),
            new TraitTerm("type", type, Unknown(products, product => product.Type)),
            Text("section", product => product.Section),
            new LatestTerm("section of the latest", Text("section", product => product.Section)),
            Text("group", product => product.Group),
            Text("colour", product => product.Colour),
            Text("pattern", product => product.Pattern),
            Text("price band", PriceBand),
            new LevelTerm("price level", _ => [.. products.Products.Select(product => (float)Math.Log(product.Price))]),
            new LevelTerm("favourites or finds", history => Array.ConvertAll(history.Buyers, buyers => MathF.Log(buyers + 0.5f))),
            .. attributes.Traits.Select(attribute => new TraitTerm(attribute.Key, attribute.Value)),
            new CollectionTerm([.. products.Products.Select(product => long.TryParse(product.Code, out var code) ? code : 0)]),
            new DescriptionTerm("description", words, closest: false),
            new DescriptionTerm("closest description", words, closest: true),
            new DescriptionTerm("closest name", names, closest: true),
            new LatestTerm("closest to the latest", new DescriptionTerm("closest description", words, closest: true)),
            new NameTerm(products),
            .. features is null ? (IShareTerm[])[]
                : [new PictureTerm("looks", features, closest: false), new PictureTerm("closest look", features, closest: true)],
        ];

        TraitTerm Text(string name, Func<ListedProduct, string> trait) => new(name, Trait(products, trait), Unknown(products, trait));
    }

    /// <summary>Numbers a trait of the products, 0 up in the order of their first appearance.</summary>
    public static int[] Trait(ShopProducts products, Func<ListedProduct, string> trait)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. products.Products.Select(product => numbers.TryGetValue(trait(product), out var number) ? number
            : numbers[trait(product)] = numbers.Count)];
    }

    /// <summary>The number of the empty trait, which says that it is not known; −1 where every product has one.</summary>
    private static int Unknown(ShopProducts products, Func<ListedProduct, string> trait) =>
        products.Products.FirstOrDefault(product => trait(product).Length == 0) is { } nameless
            ? Trait(products, trait)[products.IndexOf(nameless.Code)] : -1;

    /// <summary>Three bands per factor e of the price; empty where it is unknown.</summary>
    public static string PriceBand(ListedProduct product) =>
        double.IsNaN(product.Price) ? "" : $"{(int)Math.Floor(Math.Log(product.Price) * 3)}";
}
