using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Explanations;
using FashionRecs.Tests;
using static FashionRecs.Domain.Tests.Explanations.Evidences;
using static FashionRecs.Tests.Readings;

namespace FashionRecs.Domain.Tests.Explanations;

/// <summary>How evidence other than a picture's values enters a score, and what is said of it.</summary>
public class ExplainerEvidenceTests
{
    private readonly Explainer explainer = new(new ExplanationOptions());

    [Fact]
    public void Explain_EvidenceForAndAgainst_IsAddedToThePictureAndSortedBySize()
    {
        var explanation = Explain([(VNeck, 1)], Silent("price", 40), Silent("others", 0), Silent("colour", -150));

        Assert.Equal(-0.1f, explanation.Score, 1e-6f);
        Assert.Equal(["colour", "price"], explanation.Evidence.Select(part => part.Kind));
        Assert.Equal(
            ["evidence: colour", "neckline_design: V Neckline", "evidence: price"], explanation.Contributions.Select(part => part.Code));
    }

    [Fact]
    public void Explain_EvidenceWhosePartsCancelOut_IsLeftOut() =>
        Assert.Empty(Explain([(VNeck, 1)], Silent("price", 30, -30)).Evidence);

    [Fact]
    public void Explain_EvidenceAlone_IsTheWholeScoreAndSaidLargestFirst()
    {
        var explanation = explainer.Explain(Item((VNeck, 1, 1)), [Sayable("look", 30), Sayable("others", 50)]);

        Assert.Equal(0.8f, explanation.Score, 1e-6f);
        Assert.Equal((0, 0), (explanation.Shares.Count, explanation.Reasons.Count));
        Assert.Equal(["others", "look"], explanation.Beside.Select(part => part.Kind));
    }

    [Fact]
    public void Explain_EvidenceAloneWhoseLargestCannotBeSaid_SaysNothing() =>
        Assert.Empty(explainer.Explain(Item((VNeck, 1, 1)), [Silent("look", 90), Sayable("others", 50)]).Beside);

    [Theory]
    [InlineData(150, 1)]
    [InlineData(101, 1)]
    [InlineData(100, 0)] // as much as the value
    [InlineData(50, 0)]
    public void Explain_SayableEvidence_IsSaidOnlyWhereItCountsMoreThanTheFirstValue(int hundredths, int beside)
    {
        var explanation = Explain([(VNeck, 1)], Sayable("others", hundredths));

        Assert.Equal(beside, explanation.Beside.Count);
        Assert.Equal(VNeck, Assert.Single(explanation.Reasons).Value);
    }

    [Fact]
    public void Explain_SilentEvidenceCountsMoreThanTheFirstValue_SaysNothing()
    {
        var explanation = Explain([(VNeck, 1)], Silent("look", 150));

        Assert.Equal((0, 0), (explanation.Reasons.Count, explanation.Beside.Count));
    }

    [Fact]
    public void Explain_SilentEvidenceBetweenTwoValues_SaysOnlyTheFirstValue() =>
        Assert.Equal(VNeck, Assert.Single(Explain([(VNeck, 2), (LongSleeves, 1.5)], Silent("look", 180)).Reasons).Value);

    [Fact]
    public void Explain_EvidenceAgainstIsTheLargest_SaysTheValueAllTheSame() =>
        Assert.Equal(VNeck, Assert.Single(Explain([(VNeck, 1)], Silent("price", -300)).Reasons).Value);

    [Fact]
    public void Explain_AsMuchEvidenceBeforeTheValueAsFitsASentence_SaysAll()
    {
        var explanation = Explain([(VNeck, 1)], Sayable("look", 120), Sayable("others", 130));

        Assert.Equal(["others", "look"], explanation.Beside.Select(part => part.Kind));
        Assert.Equal(VNeck, explanation.Reason!.Value);
    }

    [Fact]
    public void Explain_MoreEvidenceBeforeTheValueThanFitsASentence_SaysTheLargestAndNoValue()
    {
        var explanation = Explain([(VNeck, 1)], Sayable("look", 120), Sayable("others", 130), Sayable("colour", 110));

        Assert.Equal(["others", "look"], explanation.Beside.Select(part => part.Kind));
        Assert.Null(explanation.Reason);
    }

    /// <summary>Explains a product that surely has the values, for somebody who is sure of their weights.</summary>
    private Explanation Explain((AttributeValue Value, double Weight)[] liked, params EvidenceContribution[] evidence) =>
        explainer.Explain(Item([.. liked.Select(one => (one.Value, 1f, 1f))]), Tastes.Pinned(liked), evidence);
}
