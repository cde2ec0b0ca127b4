using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Reviews.Annotations;

namespace FashionRecs.Domain.Tests.Reviews.Annotations;

public class TestItemTests
{
    [Fact]
    public void Known_TwoAgree_IsTheirValueToAnybodyElse()
    {
        Annotation[] log = [Word("ada", 1), Word("bob", 1)];

        Assert.Equal(1, TestItem.Known(log, "eve"));
        Assert.Equal(-1, TestItem.Known(log, "bob"));
        Assert.Equal(-1, TestItem.Known([log[0]], "eve"));
        Assert.Equal(-1, TestItem.Known([log[0], Word("bob", 0)], "eve"));
        Assert.Equal(-1, TestItem.Known([log[0], log[1] with { IsUnseen = true }], "eve"));
        Assert.Equal(-1, TestItem.Known([.. log, Word("dan", 0)], "eve"));
    }

    [Fact]
    public void Answer_SpokenAfterItWasKnown_CountsWithWhatWasKnownThen()
    {
        Annotation[] log = [Word("ada", 1), Word("bob", 1), Word("eve", 0), Word("eve", 1)];

        Assert.Equal((0, 1), TestItem.Answer(log, "eve"));
        Assert.Null(TestItem.Answer(log, "ada"));
        Assert.Null(TestItem.Answer(log, "bob"));
        Assert.Null(TestItem.Answer([log[2], log[0], log[1]], "eve"));
    }

    [Fact]
    public void IsIn_GrowingShare_KeepsThoseThatWereIn()
    {
        string[] few = [.. Ids.Where(id => TestItem.IsIn(id, 0.05))], more = [.. Ids.Where(id => TestItem.IsIn(id, 0.2))];

        Assert.InRange(few.Length, 180, 320);
        Assert.Empty(few.Except(more));
        Assert.DoesNotContain(Ids, id => TestItem.IsIn(id, 0));
    }

    private static IEnumerable<string> Ids => Enumerable.Range(0, 5000).Select(number => $"p{number}");

    private static Annotation Word(string who, int value) => new(
        who, [value == 0 ? TagMark.Is : TagMark.IsNot, value == 1 ? TagMark.Is : TagMark.IsNot], false, DateTimeOffset.UnixEpoch);
}
