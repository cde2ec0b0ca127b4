using FashionRecs.Domain.Attributes;

namespace FashionRecs.Domain.Reviews.Queue;

/// <summary>One reason for a product's place in the queue.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Attribute">Which attribute it is about, or null for the whole product.</param>
/// <param name="Amount">How strong, in [0, 1].</param>
/// <param name="Words">A short sentence without a full stop.</param>
public sealed record ReviewReason(ReviewReasonKind Kind, GarmentAttribute? Attribute, double Amount, string Words);
