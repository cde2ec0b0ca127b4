using FashionRecs.Domain.Catalog;
using FashionRecs.Recommenders.Baselines;
using FashionRecs.Recommenders.Pictures;
using FashionRecs.Recommenders.Pictures.Aesthetics;
using FashionRecs.Recommenders.Purchases;

namespace FashionRecs.Recommenders.Tests.Baselines;

/// <summary>Every baseline in a size for small shops.</summary>
internal static class SmallModels
{
    public static IReadOnlyList<string> Names =>
    [
        "popularity per category", "same as last bought", "item2vec", "lightgcn", "hft", "efm", "attentive views",
        "styles and substitutes", "deepstyle", "aesthetics and pictures", "aesthetics alone",
    ];

    /// <param name="features">Pictures and at least one kind of region.</param>
    /// <param name="categories">Per product its category.</param>
    /// <param name="vectors">Per product its values.</param>
    public static IRecommender Create(string name, ShopProducts products, PictureFeatureTable features, int[] categories,
        IReadOnlyList<ItemVector> vectors) => name switch
    {
        "popularity per category" => new CategoryPopularity(categories),
        "same as last bought" => new LatestCategory(categories),
        "item2vec" => new Item2Vec(new Item2VecOptions { Factors = 8, Epochs = 40, MinBuyers = 1 }),
        "lightgcn" => new LightGcn(new LightGcnOptions { Factors = 8, Layers = 2, Epochs = 60, Batch = 64 }),
        "hft" => new TopicFactors(products, new TopicFactorsOptions { Topics = 4, RarestWord = 1 }),
        "efm" => new ExplicitFactors(vectors, new ExplicitFactorsOptions { Explicit = 4, Hidden = 4, Penalty = 0.1f }),
        "attentive views" => new AttentiveViews(features, new AttentiveViewsOptions { Factors = 4 }),
        "styles and substitutes" => new StyleDistance(features.Pictures, new StyleDistanceOptions { Rank = 4, Epochs = 30 }),
        "deepstyle" => new DeepStyle(features.Pictures, categories, new DeepStyleOptions { Factors = 4 }),
        "aesthetics and pictures" => AestheticBpr.Create(Aesthetics(features), features, Looks),
        "aesthetics alone" => AestheticBpr.Create(Aesthetics(features), null, Looks),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
    };

    private static VisualBprOptions Looks => new() { Factors = 4, VisualFactors = 4 };

    /// <summary>The first numbers of the pictures, as if they had been computed from pixels; none where there is no picture.</summary>
    private static float[][] Aesthetics(PictureFeatureTable features) => AestheticTable.Standardize(
        [.. features.Pictures.Select(picture => picture.Any(number => number != 0) ? picture[..AestheticFeatures.Size] : null)]);
}
