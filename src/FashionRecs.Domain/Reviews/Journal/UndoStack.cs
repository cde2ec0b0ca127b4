namespace FashionRecs.Domain.Reviews.Journal;

/// <summary>
/// What can be undone and redone, worked out from a person's journal. Doing something new forgets what could have been redone, as in
/// every editor; the journal itself forgets nothing.
/// </summary>
public sealed class UndoStack
{
    private readonly List<Guid> done = [];
    private readonly List<Guid> undone = [];

    private UndoStack()
    {
    }

    /// <summary>The step that undo takes back next, or null.</summary>
    public Guid? NextUndo => done.Count > 0 ? done[^1] : null;

    /// <summary>The step that redo does again next, or null.</summary>
    public Guid? NextRedo => undone.Count > 0 ? undone[^1] : null;

    /// <summary>Reads a journal, oldest entry first.</summary>
    public static UndoStack Of(IEnumerable<ReviewStep> journal)
    {
        var stack = new UndoStack();
        foreach (var step in journal)
        {
            switch (step)
            {
                case { Kind: StepKind.Do }:
                    stack.done.Add(step.Id);
                    stack.undone.Clear();
                    break;
                // Also a step from the middle: a bulk edit may be undone from its own page.
                case { Kind: StepKind.Undo, Target: { } target } when stack.done.Remove(target):
                    stack.undone.Add(target);
                    break;
                case { Kind: StepKind.Redo, Target: { } target } when stack.undone.Remove(target):
                    stack.done.Add(target);
                    break;
            }
        }

        return stack;
    }
}
