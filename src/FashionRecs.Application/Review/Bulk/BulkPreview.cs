using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;

namespace FashionRecs.Application.Review.Bulk;

/// <summary>What a bulk edit does to one product.</summary>
/// <param name="Item">The product.</param>
/// <param name="Change">The word said of it.</param>
/// <param name="Value">The value it is given.</param>
/// <param name="Before">The value in effect until then, or null.</param>
/// <param name="Reviewer">Who gave it that value; null where the network says so.</param>
/// <param name="Hidden">Whether that must not be shown to the person who asks, who has to give an independent second word.</param>
public sealed record BulkStep(CatalogItem Item, ReviewChange Change, AttributeValue Value, AttributeValue? Before, string? Reviewer,
    bool Hidden)
{
    /// <summary>Whether the value is another one; else what the network says is confirmed.</summary>
    public bool IsOther => Before != Value;
}

/// <summary>What a bulk edit would do.</summary>
/// <param name="Steps">What it does to each product it would touch, in the queue's order.</param>
/// <param name="Kept">Products of the filter whose reviewed tag stays, since overwriting was not asked for.</param>
/// <param name="Same">Products of the filter where a person has already said just that.</param>
public sealed record BulkPreview(IReadOnlyList<BulkStep> Steps, int Kept, int Same)
{
    /// <summary>One word per product it would touch.</summary>
    public IReadOnlyList<ReviewChange> Changes { get; } = [.. Steps.Select(step => step.Change)];

    /// <summary>How many products get another value; the others are confirmed.</summary>
    public int Others { get; } = Steps.Count(step => step.IsOther);
}
