using System.Numerics.Tensors;
using FashionRecs.Domain.Attributes;

namespace FashionRecs.Recommenders.Manipulation;

/// <summary>The floor: the pictures nearest in the whole picture's features, whatever value was asked for.</summary>
public sealed class FeatureNeighbours : IManipulatedSearch
{
    /// <inheritdoc/>
    public string Name => "feature neighbours";

    /// <inheritdoc/>
    public IReadOnlyList<SearchedPicture> Find(SearchedPicture like, AttributeValue but, IReadOnlyList<SearchedPicture> among, int count) =>
    [
        .. among.Where(picture => picture.Item.Product.Id != like.Item.Product.Id)
            .OrderBy(picture => Distance(picture.Whole, like.Whole))
            .ThenBy(picture => picture.Item.Product.Id, StringComparer.Ordinal).Take(count),
    ];

    /// <summary>One less the cosine, 0 to 2.</summary>
    internal static double Distance(float[] one, float[] other) => 1 - TensorPrimitives.CosineSimilarity<float>(one, other);
}
