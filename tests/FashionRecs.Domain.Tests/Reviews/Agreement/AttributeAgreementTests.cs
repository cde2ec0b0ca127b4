using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Reviews.Agreement;
using FashionRecs.Domain.Reviews.Annotations;

namespace FashionRecs.Domain.Tests.Reviews.Agreement;

public class AttributeAgreementTests
{
    private static readonly GarmentAttribute Sleeves = AttributeVocabularyFile.Default["sleeve_length"];

    [Fact]
    public void Of_Logs_UsesFirstWordsAndCountsConflicts()
    {
        // Bob changed his mind on the second product; his first word is what says something of agreement.
        var agreement =
            AttributeAgreement.Of(Sleeves, [Log("a1 b1"), Log("a1 b2 b1"), Log("a2 b2"), Log("a3 b4"), Log("a1"), Log("a1 b5!")]);

        Assert.Equal(4, agreement.Everybody.Count);
        Assert.Equal(0.5, agreement.Everybody.Observed);
        var pair = Assert.Single(agreement.Pairs);
        Assert.Equal(("a", "b", 4, 0.5), (pair.First, pair.Second, pair.Kappa.Count, pair.Kappa.Observed));
        Assert.Equal(1, agreement.Conflicts);
    }

    private static Annotation[] Log(string words) => [.. words.Split(' ').Select(word => new Annotation(
        word[..1], TagMarks.Choose(Sleeves.Values[word[1] - '0']), word.EndsWith('!'), DateTimeOffset.UnixEpoch))];
}
