namespace FashionRecs.Domain.Reviews.Journal;

/// <summary>What a step of a person's work is.</summary>
public enum StepKind
{
    /// <summary>Something new was done.</summary>
    Do,

    /// <summary>An earlier step was taken back.</summary>
    Undo,

    /// <summary>A step that was taken back was done again.</summary>
    Redo,
}

/// <summary>One entry of the append-only journal of a person's work.</summary>
/// <param name="Id">The entry's own id.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Target">The step that is undone or redone; null for new steps.</param>
public sealed record ReviewStep(Guid Id, StepKind Kind, Guid? Target = null);
