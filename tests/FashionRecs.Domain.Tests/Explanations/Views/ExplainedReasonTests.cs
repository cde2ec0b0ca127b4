using FashionRecs.Domain.Explanations;
using FashionRecs.Domain.Explanations.Views;

namespace FashionRecs.Domain.Tests.Explanations.Views;

public class ExplainedReasonTests
{
    [Fact]
    public void From_EvidenceThatNamesAProduct_SaysWhichAndWhereItIs()
    {
        var blouse = Subjects.Item();
        var evidence = Evidences.Silent("together", 80) with
        {
            Reason = new EvidenceReason("pair", "often chosen with", blouse), Whereabouts = "in your bag",
        };

        var reason = ExplainedReason.From(evidence);

        Assert.Equal(("evidence: together", "often chosen with", 0.8f), (reason.Code, reason.Phrase, reason.Contribution));
        Assert.Equal(("Blouse", "p1", "in your bag"), (reason.Chosen, reason.ChosenId, reason.Whereabouts));
        Assert.True(reason is { StandsAlone: true, FullCode: null, Source: null });
    }

    [Fact]
    public void From_EvidenceOfWhichNothingCanBeSaid_HasNoWords()
    {
        var reason = ExplainedReason.From(Evidences.Silent("together", 80));

        Assert.Equal(("", "", null, ""), (reason.Phrase, reason.Chosen, reason.ChosenId, reason.Whereabouts));
    }

    [Fact]
    public void From_ShareWithoutARegion_MarksNothingAndNamesNoProduct()
    {
        var reason = ExplainedReason.From(Subjects.Neck with { Region = null });

        Assert.Empty(reason.Regions);
        Assert.Equal(("", "", false), (reason.Chosen, reason.Whereabouts, reason.StandsAlone));
    }
}
