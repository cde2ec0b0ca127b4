using FashionRecs.Domain.Attributes;
using FashionRecs.Training.Attribution;

namespace FashionRecs.Training.Tests.Attribution;

public class LeakageTableTests
{
    private static readonly AttributeVocabulary Vocabulary = AttributeVocabularyFile.Default;
    private static readonly AttributeValue Short = Vocabulary.TryFind("sleeve_length", "Short Sleeves")!;
    private static readonly AttributeValue Long = Vocabulary.TryFind("sleeve_length", "Long Sleeves")!;
    private static readonly AttributeValue V = Vocabulary.TryFind("neckline_design", "V Neckline")!;
    private static readonly AttributeValue Round = Vocabulary.TryFind("neckline_design", "Round Neckline")!;

    [Fact]
    public void Of_NecklineMovesWithTheSleeve_IsTheShareOfItsOwnChange()
    {
        var table = new LeakageTable(Vocabulary);
        table.Add(Logits(), Logits((Short, -4), (Long, 4), (V, 1)), Short, Long, [V]);
        table.Add(Logits(), Logits((V, -5), (Round, 5)), V, Round, [Long]);

        Assert.Equal(0.2, table.Of(Short.Attribute, V.Attribute, 1).Mean, 1e-9);
        Assert.Equal(0, table.Of(V.Attribute, Short.Attribute, 1).Mean, 1e-9);
        Assert.Equal([(V.Attribute, Short.Attribute), (Short.Attribute, V.Attribute)], table.Pairs);
    }

    [Fact]
    public void Of_NeverMeasured_IsUnknown()
    {
        var table = new LeakageTable(Vocabulary);
        table.Add(Logits(), Logits((Long, 1)), Short, Long, []);

        Assert.True(double.IsNaN(table.Of(Short.Attribute, V.Attribute, 1).Mean));
        Assert.Empty(table.Pairs);
    }

    private static float[] Logits(params (AttributeValue Value, float Logit)[] set)
    {
        var logits = new float[Vocabulary.Values.Count];
        foreach (var (value, logit) in set)
        {
            logits[value.Index] = logit;
        }

        return logits;
    }
}
