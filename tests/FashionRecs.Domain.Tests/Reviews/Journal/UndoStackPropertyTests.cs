using CsCheck;
using FashionRecs.Domain.Reviews.Journal;

namespace FashionRecs.Domain.Tests.Reviews.Journal;

public class UndoStackPropertyTests
{
    private static readonly Guid New = new(99, 0, 0, new byte[8]);

    /// <summary>
    /// Any journal, sensible or not: steps are undone twice, before they were done, and redone without having been undone.
    /// </summary>
    private static readonly Gen<ReviewStep[]> Journals = Gen.Select(Gen.Int[0, 2], Gen.Int[0, 5]).Array[0, 30].Select(entries => entries
        .Select((entry, at) =>
            new ReviewStep(new Guid(at, 0, 0, new byte[8]), (StepKind)entry.Item1,
            entry.Item1 == 0 ? null : new Guid(entry.Item2, 0, 0, new byte[8]))).ToArray());

    [Fact]
    public void Undo_OfTheLastStep_RestoresWhatCouldBeUndoneBefore() => Journals.Sample(journal =>
        Done([.. journal, new(New, StepKind.Do), new(Guid.Empty, StepKind.Undo, New)]).SequenceEqual(Done(journal)));

    [Fact]
    public void Redo_AfterUndo_RestoresBothStacks() => Journals.Sample(journal =>
    {
        var before = UndoStack.Of(journal);
        if (before.NextUndo is not { } last)
        {
            return true;
        }

        ReviewStep[] after = [.. journal, new(Guid.Empty, StepKind.Undo, last), new(Guid.Empty, StepKind.Redo, last)];
        return Done(after).SequenceEqual(Done(journal)) && UndoStack.Of(after).NextRedo == before.NextRedo;
    });

    [Fact]
    public void Of_AnyJournal_NoStepCanBeUndoneAndRedone() => Journals.Sample(journal =>
    {
        var undoable = Done(journal).ToHashSet();
        return Redoable(journal).All(step => !undoable.Contains(step));
    });

    /// <summary>All that can be undone, the next first.</summary>
    private static IEnumerable<Guid> Done(IReadOnlyList<ReviewStep> journal) => Walk(journal, StepKind.Undo, stack => stack.NextUndo);

    private static IEnumerable<Guid> Redoable(IReadOnlyList<ReviewStep> journal) => Walk(journal, StepKind.Redo, stack => stack.NextRedo);

    private static List<Guid> Walk(IReadOnlyList<ReviewStep> journal, StepKind kind, Func<UndoStack, Guid?> next)
    {
        var (steps, found) = (journal.ToList(), new List<Guid>());
        while (next(UndoStack.Of(steps)) is { } step)
        {
            found.Add(step);
            steps.Add(new(Guid.Empty, kind, step));
        }

        return found;
    }
}
