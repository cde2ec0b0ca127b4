namespace FashionRecs.Application.Catalog.Editing;

/// <summary>One step of somebody's work on products.</summary>
/// <param name="Id">Names the step, so that it can be taken back; an import's is the import's own.</param>
/// <param name="Person">Who.</param>
/// <param name="Kind">What.</param>
/// <param name="Note">Why, or what else it did, in a sentence; null for nothing.</param>
public sealed record ProductAct(Guid Id, string Person, ProductChangeKind Kind, string? Note = null)
{
    /// <summary>A new step.</summary>
    public static ProductAct New(string person, ProductChangeKind kind, string? note = null) => new(Guid.NewGuid(), person, kind, note);
}
