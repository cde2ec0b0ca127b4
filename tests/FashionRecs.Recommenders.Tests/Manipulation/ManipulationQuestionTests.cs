using FashionRecs.Domain.Attributes;
using FashionRecs.Recommenders.Manipulation;
using static FashionRecs.Tests.Readings;

namespace FashionRecs.Recommenders.Tests.Manipulation;

public class ManipulationQuestionTests
{
    private static readonly SearchedPicture LongV = Searched.Picture("long-v", LongSleeves, VNeck, garment: 1);
    private static readonly SearchedPicture ShortV = Searched.Picture("short-v", ShortSleeves, VNeck, garment: 1);
    private static readonly SearchedPicture ShortRound = Searched.Picture("short-round", ShortSleeves, RoundNeck, garment: 2);

    [Fact]
    public void OfLabels_OneValueApart_AskForIt()
    {
        var questions = ManipulationQuestion.OfLabels([LongV, ShortV, ShortRound]);

        Assert.Equal(
            [
                "long-v but Short Sleeves: short-v", "short-v but Round Neckline: short-round", "short-v but Long Sleeves: long-v",
                "short-round but V Neckline: short-v",
            ],
            questions.Select(Said));
        Assert.All(questions, question => Assert.Equal(2, question.Among.Count));
    }

    [Fact]
    public void OfLabels_NotLabelledInAll_IsNotAmongTheAnswers()
    {
        var truth = new AttributeValue?[Vocabulary.Attributes.Count];
        truth[ShortSleeves.Attribute.Position] = ShortSleeves;
        var unknownNeck = ShortRound with { Truth = truth };

        var question = Assert.Single(ManipulationQuestion.OfLabels([LongV, unknownNeck, ShortV]), one => one.Like == LongV);

        Assert.Equal([ShortV], question.Among);
    }

    [Fact]
    public void OfPairs_TwoOfAGarment_AskBothWays() => Assert.Equal(
        ["long-v but Short Sleeves: short-v", "short-v but Long Sleeves: long-v"],
        ManipulationQuestion.OfPairs([LongV, ShortV, ShortRound]).Select(Said));

    [Fact]
    public void Place_RightAnswerSecond_IsTwoAndNoneWhereOnlyOneIsShown()
    {
        // Whatever was asked, neighbours find the nearest picture first, and that is not the one that keeps the neckline's change.
        var question = new ManipulationQuestion(LongV, RoundNeck, [ShortV, ShortRound], new HashSet<SearchedPicture> { ShortRound });

        Assert.Equal(2, question.Place(new FeatureNeighbours(), 10));
        Assert.Equal(int.MaxValue, question.Place(new FeatureNeighbours(), 1));
    }

    private static string Said(ManipulationQuestion question) =>
        $"{question.Like.Item.Product.Id} but {question.But.Code}: "
            + string.Join(' ', question.Right.Select(picture => picture.Item.Product.Id));
}
