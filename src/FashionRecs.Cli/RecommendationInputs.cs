using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Files;
using FashionRecs.Recommenders.Features;
using FashionRecs.Recommenders.Pictures;
using FashionRecs.Recommenders.Purchases;

namespace FashionRecs.Cli;

/// <summary>What is known of the products beside their purchases.</summary>
/// <param name="Words">Attributes from the label file; may be empty.</param>
/// <param name="Network">Attributes as the network reads them, or null.</param>
/// <param name="Features">The network's features, or null.</param>
/// <param name="StartWeights">Weights of the shares to start from.</param>
internal sealed record RecommendationInputs(
    ShopProducts Products, ProductAttributes Words, ProductAttributes? Network, PictureFeatureTable? Features,
    IReadOnlyDictionary<string, double> StartWeights)
{
    /// <summary>How the pictures look, computed from their pixels, or null without pictures; (products, numbers).</summary>
    public float[][]? Aesthetics { get; init; }

    /// <summary>The attributes that the product itself uses: the network's where they are given.</summary>
    public ProductAttributes Main => Network ?? Words;

    /// <summary>
    /// With how the pictures look, and with what the network sees in them unless values or features of it were given.
    /// </summary>
    /// <param name="images">Folder that the list's picture paths start from; null for the data folder's photographs, "none" for no look at
    /// pictures.</param>
    /// <param name="cancellation">Stops between batches of pictures.</param>
    public async Task<RecommendationInputs> LookAsync(string? images, CancellationToken cancellation)
    {
        var root = images ?? DataFolder.TryFind("photos");
        if (root is null or "none")
        {
            return this;
        }

        var looked = this with { Aesthetics = AestheticPictures.Read(Products, root, cancellation) };
        return Network is null && Features is null
            && await ProjectedProducts.ReadAsync(Products, root, cancellation) is { } seen
            ? looked with { Network = seen.Attributes, Features = seen.Features }
            : looked;
    }

    public static RecommendationInputs Read(ShopProducts products, string? labels, string? projected, string? features, string? weights)
    {
        var vocabulary = AttributeVocabularyFile.Default;
        var labelFile = labels ?? DataFolder.TryFind("photos", "Annotations", "label.csv");
        return new RecommendationInputs(
            products,
            labelFile is null ? ProductAttributes.None
                : ProductAttributes.Of("labels", products, vocabulary, LabelledAttributesFile.Read(labelFile)),
            projected is null ? null : ProductAttributes.Of("network", products, vocabulary, ProjectedAttributesFile.Read(projected)),
            features is null ? null : PictureFeatureTable.Read(features, products, vocabulary),
            weights switch
            {
                "none" => ShareWeights.None,
                null => File.Exists(ShareWeights.ShippedPath) ? ShareWeights.Load(ShareWeights.ShippedPath) : ShareWeights.None,
                _ => File.Exists(weights) ? ShareWeights.Load(weights)
                    : throw new FileNotFoundException($"There is no file {weights}.", weights),
            });
    }
}
