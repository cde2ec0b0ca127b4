using FashionRecs.Domain.Attributes;
using FashionRecs.Vision.Saliency;

namespace FashionRecs.Vision.Tests.Saliency;

public class SaliencyMapTests
{
    private static readonly AttributeVocabulary Vocabulary = AttributeVocabularyFile.Default;
    private static readonly ActivationMap[] Maps =
        [.. Vocabulary.Values.Select(value => new ActivationMap(new float[] { value.Index, 2 * value.Index }, 1, 2))];

    [Fact]
    public void Of_Value_IsItsOwnMap() => Assert.Same(Maps[5], SaliencyMap.Compute(CamContrast.Value, Maps, Vocabulary.Values[5]));

    [Fact]
    public void Of_AgainstOthers_SubtractsTheMeanOfTheOtherVisibleValues()
    {
        var skirt = Vocabulary["skirt_length"]; // values 0 (invisible) to 5

        Assert.Equal([2.5f, 5], SaliencyMap.Compute(CamContrast.Siblings, Maps, skirt.Values[5]).Values.ToArray()); // 5 − (1+2+3+4)/4
    }

    [Fact]
    public void Of_AgainstInvisible_SubtractsItsMapExceptFromItself()
    {
        var coat = Vocabulary["coat_length"]; // starts at 6

        Assert.Equal([3f, 6], SaliencyMap.Compute(CamContrast.Invisible, Maps, coat.Values[3]).Values.ToArray());
        Assert.Same(Maps[6], SaliencyMap.Compute(CamContrast.Invisible, Maps, coat.Invisible));
    }
}
