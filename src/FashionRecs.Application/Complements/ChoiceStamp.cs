namespace FashionRecs.Application.Complements;

/// <summary>Differs where shoppers did something, gave a history to an account, or were deleted.</summary>
/// <param name="Last">Number of the last event.</param>
/// <param name="Shoppers">How many shoppers there are.</param>
/// <param name="Revisions">Sum of their revisions.</param>
public readonly record struct ChoiceStamp(long Last, long Shoppers, long Revisions);
