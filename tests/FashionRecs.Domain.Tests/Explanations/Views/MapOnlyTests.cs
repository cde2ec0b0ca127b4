using FashionRecs.Domain.Explanations.Views;

namespace FashionRecs.Domain.Tests.Explanations.Views;

public class MapOnlyTests
{
    private static readonly MapOnly View = new();

    [Fact]
    public void Compose_Reasons_ShowsTheMapOfTheFirstAlone()
    {
        var composed = View.Compose(Subjects.Two());

        Assert.Equal([Subjects.Neck.Value], composed.Map!.Values);
        Assert.Equal((1, 0, null), (composed.Reasons.Count, composed.Marked.Count, composed.Sentence));
    }

    [Fact]
    public void LetsPageSayWhy_Never() => Assert.False(View.LetsPageSayWhy);
}
