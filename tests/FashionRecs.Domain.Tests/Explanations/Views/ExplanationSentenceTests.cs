using FashionRecs.Domain.Explanations.Views;

namespace FashionRecs.Domain.Tests.Explanations.Views;

public class ExplanationSentenceTests
{
    [Theory]
    [InlineData(1, "because of its part 1")]
    [InlineData(2, "because of its part 1 and part 2")]
    [InlineData(3, "because of its part 1, part 2 and part 3")]
    public void Because_Reasons_AreJoinedAsPeopleDo(int count, string said)
    {
        ExplainedReason[] reasons = [.. Enumerable.Range(1, count).Select(at => new ExplainedReason($"r{at}", $"part {at}", 1))];

        var sentence = ExplanationSentence.Because(reasons, ExplanationPlace.Card);

        Assert.Equal(said, sentence.ToString());
        Assert.Equal(reasons, sentence.Reasons);
    }

    /// <summary>What is no value of the picture: it has no region and nothing to be taught, and is named all the same.</summary>
    [Fact]
    public void Compose_ReasonThatIsNotSeen_IsNamedBesideOneThatIs()
    {
        var company = new ExplainedReason("pairing: p7", "company with your linen trousers", 0.9f);
        var neck = ExplainedReason.From(Subjects.Neck);

        var sentence = ExplanationSentence.Because([company, neck], ExplanationPlace.ProductPage);

        Assert.Equal("Recommended because of its company with your linen trousers and V-neckline.", sentence.ToString());
        Assert.Equal((0, 0, false), (company.Regions.Count, company.Values.Count, company.IsReviewed));
    }

    [Theory]
    [InlineData("C", ExplanationPlace.Card, "often chosen with the Linen trousers in your bag")]
    [InlineData("C", ExplanationPlace.ProductPage, "Recommended: often chosen with the Linen trousers in your bag.")]
    [InlineData("M", ExplanationPlace.Card, "chosen by many")]
    [InlineData("L", ExplanationPlace.Card, "described like the Blue coat")]
    [InlineData("MC", ExplanationPlace.Card, "chosen by many, and often chosen with the Linen trousers in your bag")]
    [InlineData("MCL", ExplanationPlace.Card,
        "chosen by many, often chosen with the Linen trousers in your bag, and described like the Blue coat")]
    [InlineData("MV", ExplanationPlace.Card, "chosen by many, and because of its V-neckline")]
    [InlineData("MLVS", ExplanationPlace.ProductPage,
        "Recommended: chosen by many, described like the Blue coat, and because of its V-neckline and long sleeves.")]
    public void Because_OtherEvidence_StandsBeforeTheValues(string which, ExplanationPlace place, string said)
    {
        ExplainedReason[] reasons = [.. which.Select(letter => letter switch
        {
            'C' => Alone("often chosen with") with { Chosen = "Linen trousers", Whereabouts = "in your bag" },
            'L' => Alone("described like") with { Chosen = "Blue coat" },
            'M' => Alone("chosen by many"),
            'V' => ExplainedReason.From(Subjects.Neck),
            _ => ExplainedReason.From(Subjects.Sleeves),
        })];

        var sentence = ExplanationSentence.Because([.. reasons.Reverse()], place);

        Assert.Equal(reasons.Where(reason => reason.StandsAlone).Reverse().Concat(reasons.Where(reason => !reason.StandsAlone).Reverse()),
            sentence.Said);
        Assert.Equal(said, ExplanationSentence.Because(reasons, place).ToString());
    }

    [Fact]
    public void Because_NamedProduct_IsAPartOfItsOwnAndNoPartIsEmpty()
    {
        var sentence = ExplanationSentence.Because([Alone("described like") with { Chosen = "Blue coat" }], ExplanationPlace.Card);

        Assert.Equal([new SentencePart("described like the "), new SentencePart("Blue coat", IsName: true)], sentence.Parts);
    }

    private static ExplainedReason Alone(string phrase) => new($"evidence: {phrase}", phrase, 1) { StandsAlone = true };
}
