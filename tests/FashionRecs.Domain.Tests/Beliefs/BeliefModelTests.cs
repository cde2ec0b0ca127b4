using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Beliefs;
using FashionRecs.Tests;
using static FashionRecs.Tests.Readings;

namespace FashionRecs.Domain.Tests.Beliefs;

public sealed class BeliefModelTests
{
    [Fact]
    public void Read_TwoLikelyValues_ShareOneWhole()
    {
        var belief = BeliefModel.Plain(Vocabulary).Read(VNeck.Attribute, Said((VNeck, 0.86f), (RoundNeck, 0.8f)));

        Assert.Equal(1, belief.Probabilities.Sum(), 1e-5f);
        Assert.True(belief[VNeck] + belief[RoundNeck] <= 1);
        Assert.Equal(VNeck, belief.Top);
    }

    [Fact]
    public void Read_FittedWeights_UseTheLogitsOfOtherAttributes()
    {
        var plain = BeliefModel.Plain(Vocabulary);
        var trousers = Vocabulary.TryFind("pant_length", "Full Length")!;
        var skirt = Vocabulary["skirt_length"];
        var attributes = Vocabulary.Attributes.Select(attribute => new AttributeBeliefWeights(
            [.. attribute.Values.Select(value => value.Index), trousers.Index],
            [.. attribute.Values.Select(value => attribute.Values.Select(other => other == value ? 0.7f : 0)
                .Append(attribute == skirt && value.IsInvisible ? 1 : 0).Append(0).ToArray())]));
        var fitted = new BeliefModel(Vocabulary, [.. attributes]);
        var said = Said((skirt.VisibleValues.First(), 0.7f), (trousers, 0.99f));

        Assert.True(fitted.Read(skirt, said).Visible < plain.Read(skirt, said).Visible / 2);
    }

    [Fact]
    public void Shipped_File_FitsTheVocabularyAndTheShippedReadings()
    {
        var file = BeliefModelFile.Load(BeliefModelFile.ShippedPath, Vocabulary);

        Assert.Equal(16, file.Fingerprint.Length);
        Assert.Equal(1, new BeliefModel(Vocabulary, file.Attributes).Read(VNeck.Attribute, Said((VNeck, 0.9f))).Probabilities.Sum(), 1e-5f);
    }

    [Fact]
    public void Load_Saved_IsTheSame()
    {
        var path = Path.GetTempFileName();
        try
        {
            var shipped = BeliefModelFile.Load(BeliefModelFile.ShippedPath, Vocabulary);
            shipped.Save(path, Vocabulary);
            var again = BeliefModelFile.Load(path, Vocabulary);

            Assert.Equal(shipped.Fingerprint, again.Fingerprint);
            Assert.Equal(shipped.Attributes.SelectMany(one => one.Weights).SelectMany(row => row),
                again.Attributes.SelectMany(one => one.Weights).SelectMany(row => row));
            Assert.Equal(shipped.Attributes.SelectMany(one => one.Inputs), again.Attributes.SelectMany(one => one.Inputs));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Load_VocabularyWithANinthAttribute_BelievesTheSameOfTheOthers()
    {
        var changed = OtherVocabularies.WithNinthAttribute;
        var said = Vocabulary.Values.ToDictionary(value => value.FullCode(), value => (value.Index % 7) / 7f);
        var before = Read(Vocabulary, VNeck.Attribute.Code, said);

        var after = Read(changed, VNeck.Attribute.Code, said);
        var ninth = Read(changed, "closure", said);

        Assert.Equal(before.Probabilities, after.Probabilities);
        Assert.Equal(1, ninth.Probabilities.Sum(), 1e-5f);
    }

    [Fact]
    public void Load_VocabularyWithoutAValue_StillAddsUpToOne() => Assert.Equal(
        1, Read(OtherVocabularies.Without(LongSleeves), LongSleeves.Attribute.Code,
            new() { [VNeck.FullCode()] = 0.9f }).Probabilities.Sum(), 1e-5f);

    [Theory]
    [InlineData("{", "not valid JSON")]
    [InlineData("""{"vocabulary":"shoes 1","fingerprint":"x","attributes":{}}""", "'shoes 1', not for 'fashionai-garments 1'")]
    [InlineData("""{"vocabulary":"fashionai-garments 1","fingerprint":"x","attributes":{}}""", "'skirt_length'")]
    public void Load_Broken_SaysWhatAndWhere(string json, string expected)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, json);
            Assert.Contains(expected, Assert.Throws<InvalidDataException>(() => BeliefModelFile.Load(path, Vocabulary)).Message);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static AttributeBelief Read(AttributeVocabulary vocabulary, string attribute, Dictionary<string, float> said) =>
        new BeliefModel(vocabulary, BeliefModelFile.Load(BeliefModelFile.ShippedPath, vocabulary).Attributes)
            .Read(vocabulary[attribute], [.. vocabulary.Values.Select(value => said.GetValueOrDefault(value.FullCode(), float.NaN))]);

    private static float[] Said(params (AttributeValue Value, float Probability)[] said)
    {
        float[] probabilities = [.. Vocabulary.Values.Select(_ => 0.02f)];
        foreach (var (value, probability) in said)
        {
            probabilities[value.Index] = probability;
        }

        return probabilities;
    }
}
