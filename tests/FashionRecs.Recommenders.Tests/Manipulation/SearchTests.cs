using FashionRecs.Recommenders.Manipulation;
using static FashionRecs.Tests.Readings;

namespace FashionRecs.Recommenders.Tests.Manipulation;

public class SearchTests
{
    private static readonly SearchedPicture Like = Searched.Picture("like", LongSleeves, VNeck);
    private static readonly SearchedPicture Changed = Searched.Picture("changed", ShortSleeves, VNeck);
    private static readonly SearchedPicture OtherNeck = Searched.Picture("other-neck", ShortSleeves, RoundNeck);
    private static readonly SearchedPicture Unchanged = Searched.Picture("unchanged", LongSleeves, VNeck);

    [Fact]
    public void RepresentationSwap_RegionsOfTwoNumbers_OrdersAsByHand()
    {
        // Values differ along one direction per attribute, so that a representation is +1 or −1 and another value is 2² = 4 away. The asked
        // sleeve counts three times: changed 0; other neck 4; no sleeve seen 3·2 = 6; sleeve not changed 3·4 = 12.
        var search = RepresentationSwap.Fit(Vocabulary,
            [Like, Changed, OtherNeck, Searched.Picture("fourth", LongSleeves, RoundNeck)],
            new RepresentationSwapOptions { Ridge = 1, Asked = 3 });
        var cut = Searched.Picture("cut", ShortSleeves, VNeck, cut: true);

        Assert.Equal("changed other-neck cut unchanged",
            Searched.Found(search, Like, ShortSleeves, Like, Unchanged, cut, OtherNeck, Changed));

        // Counting once: no sleeve seen 2, before the other neck's 4; what is not changed is 4 as well, and comes after it by its id.
        Assert.Equal("changed cut other-neck unchanged",
            Searched.Found(search.Weighing(1), Like, ShortSleeves, Like, Unchanged, cut, OtherNeck, Changed));
    }

    [Fact]
    public void RepresentationSwap_OneValueLearned_GoesByTheRest()
    {
        var search = RepresentationSwap.Fit(Vocabulary, [Like, Searched.Picture("round", LongSleeves, RoundNeck)],
            new RepresentationSwapOptions());

        Assert.Equal("changed unchanged other-neck", Searched.Found(search, Like, ShortSleeves, OtherNeck, Unchanged, Changed));
    }

    [Fact]
    public void WordSwap_UnsureOfTheValue_ComesLaterAndIsNotLeftOut()
    {
        // Changed 0; unsure 2·(0.6² + 0.6²) = 1.44; other neck 1 + 1 = 2; not changed 2·(1 + 1) = 4.
        var unsure = Searched.Picture("unsure", ShortSleeves, VNeck, sure: 0.4f);

        Assert.Equal("changed unsure other-neck unchanged",
            Searched.Found(new WordSwap(2, 0), Like, ShortSleeves, Unchanged, OtherNeck, unsure, Changed));
    }

    [Fact]
    public void ShopSearch_UnsureOfTheValue_ComesAfterTheSureOneAndWhatSurelyHasAnotherIsLeftOut()
    {
        var unsure = Searched.Picture("unsure", ShortSleeves, VNeck, sure: 0.6f);

        Assert.Equal("changed unsure other-neck",
            Searched.Found(new ShopSearch(), Like, ShortSleeves, Unchanged, OtherNeck, unsure, Changed));
    }

    [Fact]
    public void FeatureNeighbours_AnyValueAsked_OrderByTheWholePicture() =>
        Assert.Equal("unchanged changed other-neck",
            Searched.Found(new FeatureNeighbours(), Like, ShortSleeves, OtherNeck, Changed, Unchanged, Like));
}
