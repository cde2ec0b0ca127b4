namespace FashionRecs.Application.Catalog.Editing;

/// <summary>One entry in the history of a product.</summary>
/// <param name="Sequence">Grows with every entry.</param>
/// <param name="Product">The product's id.</param>
/// <param name="Act">The step it belongs to.</param>
/// <param name="At">When.</param>
/// <param name="Fields">What became of which field; empty for a change of another kind.</param>
public sealed record ProductChange(long Sequence, string Product, ProductAct Act, DateTimeOffset At, IReadOnlyList<FieldChange> Fields);
