using FashionRecs.Domain.Embedding;

namespace FashionRecs.Domain.Tests.Embedding;

public class TextTermsTests
{
    [Fact]
    public void Of_TwoSentences_PairsWordsWithinThemOnly() => Assert.Equal(
        ["dress", "in", "in lace", "lace", "lace dress", "long", "long sleeve", "sleeve"],
        TextTerms.Of("Long sleeves. In lace dress").Order(StringComparer.Ordinal));

    [Fact]
    public void Read_PairAndItsFirstWordKnown_TakesThePair() =>
        Assert.Equal(["long sleeve", "lace"], TextTerms.Read("with Long Sleeves, lace",
            term => term is "long" or "long sleeve" or "lace"));

    [Theory]
    [InlineData("dress", "dress")]
    [InlineData("pockets", "pocket")]
    public void Of_Plural_IsTheSingular(string word, string term) => Assert.Equal([term], TextTerms.Of(word));
}
