using FashionRecs.Experiments.GroupSequential;
using FashionRecs.Experiments.Lab;
using FashionRecs.Experiments.Results;
using FashionRecs.Web.Research.Results;
using FashionRecs.Web.Research.Studies;

namespace FashionRecs.Web.Tests.Research;

public class ResearchWordsTests
{
    [Theory]
    [InlineData(1, true, "1 failed an attention check and is left out.")]
    [InlineData(2, true, "2 failed an attention check and are left out.")]
    [InlineData(1, false, "1 failed an attention check.")]
    public void Progress_Inattentive_AgreesWithItsNumber(int inattentive, bool isLeftOut, string expected) => Assert.EndsWith(expected,
        ParticipantWords.Of(new LabCount(9, 6, 0, 5, 0, inattentive, 0, 0), new LabPlan { LeavesOutInattentive = isLeftOut }));

    [Fact]
    public void Progress_AllThatCanHappen_IsOneSentence() => Assert.Equal(
        "6 of 9 with a link agreed, 4 of 12 planned have finished; 1 did not want to take part, 2 withdrew and 1 continued on a second "
            + "device.",
        ParticipantWords.Of(new LabCount(9, 6, 1, 4, 2, 0, 0, 1), new LabPlan { Participants = 12 }));

    [Theory]
    [InlineData(0.0312, "p = 0.031")]
    [InlineData(0.0004, "p < 0.001")]
    [InlineData(1, "p = 1.000")]
    public void PValue_InASentence_HasItsSign(double p, string expected) => Assert.Equal(expected, Figures.PValue(p));

    [Fact]
    public void Settings_PlannedLooks_NameTheSpendingInWords()
    {
        var line = SettingsLine.Of(new ResultsSettings
        {
            Comparison = new() { Sequential = false, Group = new(AlphaSpending.OBrienFleming, 4) },
        });

        Assert.Contains("repeated at 4 planned looks (alpha spending, O'Brien–Fleming-like)", line);
    }
}
