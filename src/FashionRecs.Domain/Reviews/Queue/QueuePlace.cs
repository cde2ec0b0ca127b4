using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;

namespace FashionRecs.Domain.Reviews.Queue;

/// <summary>A product in the queue with the reasons for its place.</summary>
/// <param name="Item">The product.</param>
/// <param name="Score">What the queue is ordered by: the weighted reasons, multiplied by reach.</param>
/// <param name="Reasons">Strongest first.</param>
public sealed record QueuePlace(CatalogItem Item, double Score, IReadOnlyList<ReviewReason> Reasons)
{
    /// <summary>The attribute to look at first, or null.</summary>
    public GarmentAttribute? First => Reasons.FirstOrDefault(reason => reason.Attribute is not null)?.Attribute;
}
