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
}
