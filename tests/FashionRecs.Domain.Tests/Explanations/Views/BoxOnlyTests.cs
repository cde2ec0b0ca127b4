using FashionRecs.Domain.Explanations.Views;

namespace FashionRecs.Domain.Tests.Explanations.Views;

public class BoxOnlyTests
{
    private static readonly BoxOnly View = new();

    [Fact]
    public void Compose_Reasons_MarksThemAndSaysNothing()
    {
        var composed = View.Compose(Subjects.Two());

        Assert.Equal([Subjects.Neck.Region!.Box, Subjects.Sleeves.Region!.Box], composed.Marked.SelectMany(reason => reason.Regions));
        Assert.Equal((null, null, null, 0), (composed.Heading, composed.Sentence, composed.Map, composed.Contributions.Count));
    }

    [Fact]
    public void LetsPageSayWhy_Never() => Assert.False(View.LetsPageSayWhy);
}
