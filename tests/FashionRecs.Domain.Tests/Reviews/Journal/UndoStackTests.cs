using FashionRecs.Domain.Reviews.Journal;

namespace FashionRecs.Domain.Tests.Reviews.Journal;

public class UndoStackTests
{
    [Theory]
    [InlineData("", "", "")]
    [InlineData("1 2", "2", "")]
    [InlineData("1 2 -2", "1", "2")]
    [InlineData("1 2 -2 -1", "", "1")]
    [InlineData("1 2 -2 -1 +1", "1", "2")]
    [InlineData("1 2 -2 +2", "2", "")]
    [InlineData("1 2 -2 3", "3", "")]
    [InlineData("1 2 3 -1", "3", "1")]
    [InlineData("1 -1 -1 +1", "1", "")]
    public void Of_Journal_SaysWhatIsNext(string journal, string undo, string redo)
    {
        var stack = UndoStack.Of(journal.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Read));

        Assert.Equal((undo, redo), (Name(stack.NextUndo), Name(stack.NextRedo)));
    }

    private static ReviewStep Read(string word) => word[0] switch
    {
        '-' => new(Guid.NewGuid(), StepKind.Undo, Id(word[1])),
        '+' => new(Guid.NewGuid(), StepKind.Redo, Id(word[1])),
        _ => new(Id(word[0]), StepKind.Do),
    };

    private static Guid Id(char digit) => Guid.ParseExact(new string(digit, 32), "N");

    private static string Name(Guid? id) => id?.ToString()[..1] ?? "";
}
