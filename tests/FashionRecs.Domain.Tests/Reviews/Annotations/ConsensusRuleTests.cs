using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Reviews.Annotations;

namespace FashionRecs.Domain.Tests.Reviews.Annotations;

public class ConsensusRuleTests
{
    private static readonly GarmentAttribute Sleeves = AttributeVocabularyFile.Default["sleeve_length"];

    [Theory]
    [InlineData("", "Open", -1)]
    [InlineData("a1", "Single", 1)]
    [InlineData("a1 a2", "Single", 2)]
    [InlineData("a?", "Unsure", -1)]
    [InlineData("a? b2", "Single", 2)]
    [InlineData("a1 b1", "Agreed", 1)]
    [InlineData("a1 b2", "Conflict", 2)]
    [InlineData("a1 b2 b1", "Agreed", 1)]
    [InlineData("a1 b2 c1", "Majority", 1)]
    [InlineData("a1 b2 c3", "Third", 3)]
    [InlineData("a1 b2 c?", "Conflict", 2)]
    [InlineData("a1 b2 c1 d2!", "Set", 2)]
    [InlineData("a1 b2! c2", "Agreed", 2)]
    [InlineData("a1 b?!", "Unsure", -1)]
    public void Decide_Opinions_FollowTheRules(string log, string standing, int chosen)
    {
        var decision = ConsensusRule.Decide([.. log.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Read)]);

        Assert.Equal((standing, chosen), (decision.Status.ToString(), decision.Final?.Chosen ?? -1));
    }

    [Theory]
    [InlineData("", "a", false, true)]
    [InlineData("a1", "a", true, false)]
    [InlineData("a1", "b", false, false)]
    [InlineData("a1", "b", true, true)]
    [InlineData("a1 b1", "c", true, false)]
    [InlineData("a1 b2", "c", false, true)]
    [InlineData("a1 b2", "b", true, false)]
    [InlineData("a?", "b", false, true)]
    public void IsWanted_Opinions_FollowTheRules(string log, string reviewer, bool asked, bool wanted) =>
        Assert.Equal(wanted,
            SecondAnnotation.IsWanted([.. log.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Read)], reviewer, asked));

    [Fact]
    public void IsAsked_Share_TakesThatShareAndKeepsItWhenGrowing()
    {
        var products = Enumerable.Range(0, 20_000).Select(number => $"p{number}").ToArray();

        var fifth = products.Where(product => SecondAnnotation.IsAsked(product, 0.2)).ToArray();

        Assert.InRange(fifth.Length, 3700, 4300); // five standard errors of 4,000
        Assert.All(fifth, product => Assert.True(SecondAnnotation.IsAsked(product, 0.3)));
        Assert.DoesNotContain(products, product => SecondAnnotation.IsAsked(product, 0));
        Assert.All(products, product => Assert.True(SecondAnnotation.IsAsked(product, 1)));
    }

    [Theory]
    [InlineData("a1", "b", true, true)]
    [InlineData("a?", "b", true, true)]
    [InlineData("a1", "b", false, false)] // nobody asked for a second word
    [InlineData("a1", "a", true, false)] // their own
    [InlineData("a1 b2", "b", true, false)] // has spoken
    [InlineData("a1 b2", "c", true, false)] // a third decides between the two
    [InlineData("", "b", true, false)]
    public void IsBlind_SecondPersonBeforeTheirWord_Alone(string log, string reviewer, bool asked, bool blind) =>
        Assert.Equal(blind,
            SecondAnnotation.IsBlind([.. log.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Read)], reviewer, asked));

    [Fact]
    public void Set_SecondYes_TurnsTheFirstIntoNo()
    {
        var before = TagMarks.Choose(Sleeves.Values[3]);

        var after = TagMarks.Set(Sleeves.Values[5], TagMark.Is, TagMarks.Set(Sleeves.Values[4], TagMark.Maybe, before));

        Assert.Equal("nnnnmynnn", TagMarks.Write(after));
        Assert.Equal(after, TagMarks.TryRead("nnnnmynnn", Sleeves));
        Assert.Null(TagMarks.TryRead("ny", Sleeves));
    }

    /// <summary>"a2!" is: person a chose the value at place 2 and that decides; "a?" is: a was unsure.</summary>
    private static Annotation Read(string word) => new(
        word[..1], word[1] == '?' ? null : TagMarks.Choose(Sleeves.Values[word[1] - '0']), word.EndsWith('!'), DateTimeOffset.UnixEpoch);
}
