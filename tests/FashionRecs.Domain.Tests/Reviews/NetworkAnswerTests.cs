using FashionRecs.Tests;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Reviews;
using static FashionRecs.Tests.Readings;

namespace FashionRecs.Domain.Tests.Reviews;

public class NetworkAnswerTests
{
    private static readonly GarmentAttribute Neckline = Vocabulary["neckline_design"];

    [Theory]
    [InlineData(0.2f, 0.7f, false)]
    [InlineData(0.6f, 0.7f, true)] // rather not shown
    [InlineData(0.45f, 0.1f, true)] // rather shown, but by nothing that is as likely as Invisible
    [InlineData(0.1f, 0.1f, false)]
    public void Of_ShownAndBestValue_AnswersWhatIsLikelier(float invisible, float best, bool answersInvisible)
    {
        var probabilities = new float[Neckline.Values.Count];
        probabilities[Neckline.Invisible.Position] = invisible;
        probabilities[VNeck.Position] = best;

        Assert.Equal(answersInvisible ? Neckline.Invisible : VNeck, NetworkAnswer.Of(Neckline, probabilities));
    }
}
