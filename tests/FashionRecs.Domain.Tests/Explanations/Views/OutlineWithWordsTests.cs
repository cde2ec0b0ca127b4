using FashionRecs.Domain.Explanations.Views;

namespace FashionRecs.Domain.Tests.Explanations.Views;

public class OutlineWithWordsTests
{
    [Fact]
    public void Compose_Reasons_IsBoxWithWordsDrawnAsOutlines()
    {
        var (composed, boxes) = (new OutlineWithWords().Compose(Subjects.Two()), new BoxWithWords().Compose(Subjects.Two()));

        Assert.Equal((true, false), (composed.DrawsOutlines, boxes.DrawsOutlines));
        Assert.Equal(boxes.Sentence!.ToString(), composed.Sentence!.ToString());
        Assert.Equal(boxes.Marked.Select(reason => reason.Code), composed.Marked.Select(reason => reason.Code));
    }
}
