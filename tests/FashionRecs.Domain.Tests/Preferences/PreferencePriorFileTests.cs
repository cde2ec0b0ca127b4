using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Preferences;
using FashionRecs.Tests;
using static FashionRecs.Tests.Readings;

namespace FashionRecs.Domain.Tests.Preferences;

public sealed class PreferencePriorFileTests : IDisposable
{
    private readonly string file = Path.GetTempFileName();

    public void Dispose() => File.Delete(file);

    [Theory]
    [InlineData("{", "is not valid JSON")]
    [InlineData("null", "is damaged: it is empty")]
    [InlineData("{}", "is damaged: it needs 'vocabulary', 'values', 'mean' and 'covariance'")]
    [InlineData(
        """{"vocabulary":"fashionai-garments 1","mean":[1],"covariance":[1]}""",
        "is damaged: it needs 'vocabulary', 'values', 'mean' and 'covariance'")]
    [InlineData(
        """{"vocabulary":"a 1","values":["x:y","x:z"],"mean":[1],"covariance":[1]}""",
        "is damaged: it names 2 values and has 1 means")]
    [InlineData(
        """{"vocabulary":"a 1","values":["x:y","x:z"],"mean":[1,2],"covariance":[1]}""",
        "is damaged: 2 values need 3 covariances, and it has 1")]
    [InlineData("""{"vocabulary":"a 1","values":["x:y","x:y"],"mean":[1,2],"covariance":[1,0,1]}""", "is damaged: it names a value twice")]
    [InlineData(
        """{"vocabulary":"a 1","values":["x:y"],"mean":[1e999],"covariance":[1]}""",
        "is damaged: it holds a number that is not finite")]
    [InlineData(
        """{"vocabulary":"shoes 1","values":["x:y"],"mean":[1],"covariance":[1]}""",
        "was made for the vocabulary 'shoes', not for 'fashionai-garments'")]
    public void Load_FileThatCannotBeUsed_SaysWhyAndNamesIt(string text, string why)
    {
        File.WriteAllText(file, text);

        var message = Assert.Throws<InvalidDataException>(() => PreferencePriorFile.Load(file, Vocabulary)).Message;

        Assert.Contains(why, message);
        Assert.Contains(file, message);
    }

    [Fact]
    public void Load_VocabularyWithANinthAttribute_NamesWhatIsMissing()
    {
        Save(Vocabulary);

        var message =
            Assert.Throws<InvalidDataException>(() => PreferencePriorFile.Load(file, OtherVocabularies.WithNinthAttribute)).Message;

        Assert.Contains(
            "was made for other values of 'fashionai-garments': it knows nothing of 'closure:Invisible', 'closure:Zip', 'closure:Buttons'.",
            message);
    }

    [Fact]
    public void Load_VocabularyWithoutAValue_NamesWhatIsGone()
    {
        Save(Vocabulary);

        var message = Assert.Throws<InvalidDataException>(() => PreferencePriorFile.Load(file, OtherVocabularies.Without(VNeck))).Message;

        Assert.Contains("it is about 'neckline_design:V Neckline', which the vocabulary does not have.", message);
    }

    [Fact]
    public void Load_ValuesInAnotherOrder_PutsEachWhereItBelongs()
    {
        Save(Vocabulary);
        var other = OtherVocabularies.Reversed;
        int Now(AttributeValue value) => other.TryFindByFullCode(value.FullCode())!.Index;

        var prior = PreferencePriorFile.Load(file, other).Prior;

        Assert.NotEqual(VNeck.Index, Now(VNeck));
        Assert.Equal(0.25, prior.Mean[Now(VNeck)]);
        Assert.Equal(Vocabulary.Values.Select(value => Variance(Made(Vocabulary), value.Index)),
            Vocabulary.Values.Select(value => Variance(prior, Now(value))));
        Assert.Equal(0.125, Covariance(prior, Now(VNeck), Now(LongSleeves)));
    }

    [Fact]
    public void Starting_VocabularyWithANinthAttribute_KeepsWhatWasLearnedAndStartsTheNewOnes()
    {
        var options = new PreferenceOptions { PriorVariance = 0.7 };
        var shipped = PreferencePriorFile.Load(PreferencePriorFile.ShippedPath, Vocabulary).Prior;
        var other = OtherVocabularies.WithNinthAttribute;

        var prior = PreferencePriorFile.Starting(other, options);

        Assert.All(Vocabulary.Values,
            value => Assert.Equal(Variance(shipped, value.Index), Variance(prior, other.TryFindByFullCode(value.FullCode())!.Index)));
        Assert.Equal((0.7, 0.7, 0), (Variance(prior, At("Zip")), Variance(prior, At("Buttons")), Variance(prior, At("Invisible"))));
        Assert.Equal(0, Covariance(prior, At("Zip"), other.TryFindByFullCode(VNeck.FullCode())!.Index));
        Assert.Equal(new double[57], prior.Mean.ToArray());
        int At(string closure) => other.TryFind("closure", closure)!.Index;
    }

    [Fact]
    public void Starting_OtherGoods_BelievesNothing()
    {
        var other = OtherVocabularies.Named("shoes");

        Assert.Equal(PreferencePrior.Flat(other, 1).Covariance.ToArray(),
            PreferencePriorFile.Starting(other, new PreferenceOptions()).Covariance.ToArray());
    }

    /// <summary>A prior in which every variance is another, V-necklines and long sleeves go together, and V-necklines are liked.</summary>
    private static PreferencePrior Made(AttributeVocabulary vocabulary)
    {
        var flat = PreferencePrior.Independent(
            [.. vocabulary.Values.Select(value => value == VNeck ? 0.25 : 0)],
            [.. vocabulary.Values.Select(value => 1 + (value.Index / 64.0))]);
        var covariance = flat.Covariance.ToArray();
        covariance[Place(VNeck.Index, LongSleeves.Index)] = 0.125;
        return new PreferencePrior(flat.Mean, covariance);
    }

    private void Save(AttributeVocabulary vocabulary) => new PreferencePriorFile(Made(vocabulary), "a test").Save(file, vocabulary);

    private static double Variance(PreferencePrior prior, int value) => Covariance(prior, value, value);

    private static double Covariance(PreferencePrior prior, int one, int other) => prior.Covariance[Place(one, other)];

    private static int Place(int one, int other) => (Math.Max(one, other) * (Math.Max(one, other) + 1) / 2) + Math.Min(one, other);
}
