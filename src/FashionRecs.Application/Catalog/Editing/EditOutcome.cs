using FashionRecs.Domain.Catalog;

namespace FashionRecs.Application.Catalog.Editing;

/// <summary>What became of an edit.</summary>
/// <param name="Now">The product as it is now; null where it is gone.</param>
/// <param name="Act">The step, where something was changed; else null.</param>
/// <param name="Meanwhile">What somebody else changed since the page was opened. Then nothing was saved.</param>
/// <param name="Person">Who that was, where it is known.</param>
public sealed record EditOutcome(Product? Now, Guid? Act, IReadOnlyList<FieldChange> Meanwhile, string? Person = null);

/// <summary>What became of taking a step back.</summary>
/// <param name="Changed">Products that are as they were before it.</param>
/// <param name="Kept">Products that stay as they are, each with the reason, in a sentence.</param>
public sealed record TakeBackOutcome(int Changed, IReadOnlyList<(string Product, string Why)> Kept);

/// <summary>An edit of many that was not saved.</summary>
/// <param name="Index">Its zero-based place.</param>
/// <param name="Product">The product.</param>
/// <param name="Why">Why, in one sentence.</param>
public sealed record RefusedEdit(int Index, string Product, string Why);
