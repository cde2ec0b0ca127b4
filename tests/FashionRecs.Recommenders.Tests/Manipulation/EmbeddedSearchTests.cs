using FashionRecs.Domain.Embedding;
using FashionRecs.Recommenders.Manipulation;
using static FashionRecs.Tests.Readings;

namespace FashionRecs.Recommenders.Tests.Manipulation;

public class EmbeddedSearchTests
{
    /// <summary>Across lies the sleeve, up the neck: a long sleeve with a V-neck lies at (¼, 1) / 1.03 = (.243, .970).</summary>
    private static readonly JointEmbedding Space = new([0.75f, 0], [[1, 0], [0, 1]],
        new Dictionary<string, float[]> { ["long sleeve"] = [1, 0], ["short sleeve"] = [-1, 0] });

    private static readonly SearchedPicture Like = Searched.Picture("like", LongSleeves, VNeck);
    private static readonly SearchedPicture Changed = Searched.Picture("changed", ShortSleeves, VNeck);
    private static readonly SearchedPicture OtherNeck = Searched.Picture("other-neck", ShortSleeves, RoundNeck);
    private static readonly SearchedPicture Unchanged = Searched.Picture("unchanged", LongSleeves, VNeck);

    [Fact]
    public void Find_AskedWordsAdded_OrdersAsByHand() =>
        // Wanted (.243 − 4, .970): changed .911 + .941, unchanged −.911 + .941 = .03, another neck .911 − .941 = −.03.
        Assert.Equal("changed unchanged other-neck", Found(new EmbeddedSearchOptions { Asked = 4, Replaced = 0 }));

    [Fact]
    public void Find_ReplacedWordsTakenAway_OrdersAsByHand() =>
        // Wanted (.243 − 8, .970): changed 1.88 + .94, another neck 1.88 − .94, unchanged −1.88 + .94.
        Assert.Equal("changed other-neck unchanged", Found(new EmbeddedSearchOptions { Asked = 4, Replaced = 1 }));

    [Fact]
    public void Find_NoKnownWord_GoesByThePictureAlone() =>
        Assert.Equal("unchanged changed", Searched.Found(new EmbeddedSearch(Space, new EmbeddedSearchOptions()), Like, RoundNeck,
            Changed, Unchanged));

    private static string Found(EmbeddedSearchOptions options) =>
        Searched.Found(new EmbeddedSearch(Space, options), Like, ShortSleeves, Unchanged, OtherNeck, Changed, Like);
}
