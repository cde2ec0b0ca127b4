using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Beliefs;
using FashionRecs.Tests;
using FashionRecs.Training.Beliefs;
using FashionRecs.Training.Beliefs.Joint;

namespace FashionRecs.Training.Tests.Beliefs.Joint;

public class JointBeliefsTests
{
    private static readonly AttributeVocabulary Vocabulary = LabelledCases.Vocabulary;
    private static readonly GarmentAttribute Skirt = Vocabulary["skirt_length"];
    private static readonly GarmentAttribute Pant = Vocabulary["pant_length"];

    [Fact]
    public void Read_TrousersAreSure_SkirtIsBelievedLess()
    {
        var joint = new JointBeliefs(Vocabulary, SkirtOrTrousers());
        AttributeBelief[] beliefs = [Belief(Skirt, 0.4f, 0.6f), Belief(Pant, 0.02f, 0.98f)];

        var together = joint.Read(beliefs);

        Assert.True(together[0].Visible < 0.3f, $"{together[0].Visible}");
        Assert.Equal(1, together[0].Probabilities.Sum(), 1e-5f);
    }

    [Fact]
    public void Read_NoStrength_LeavesBeliefsAlone()
    {
        var joint = new JointBeliefs(Vocabulary, SkirtOrTrousers(), strength: 0);
        AttributeBelief[] beliefs = [Belief(Skirt, 0.4f, 0.6f), Belief(Pant, 0.02f, 0.98f)];

        Assert.All(joint.Read(beliefs).Zip(beliefs), pair => Assert.Equal(pair.Second.Probabilities, pair.First.Probabilities,
            (one, other) => Math.Abs(one - other) < 1e-5));
    }

    [Fact]
    public void Read_KnownType_DecidesWhatThePictureLeavesOpen()
    {
        string[] types = ["Skirt", "Trousers"];
        var shape = JointBeliefs.Shape(Vocabulary, types);
        var terms = new double[shape.Count];
        terms[shape.At(Pant.Position, Pant.Invisible.Position, Vocabulary.Attributes.Count, 0)] = 3;
        var joint = new JointBeliefs(Vocabulary, new JointBeliefsFile("made", types, 1, terms));
        AttributeBelief[] open = [Belief(Pant, 0.5f, 0.5f)];

        Assert.True(joint.Read(open, "Skirt")[0].Visible < joint.Read(open, "Trousers")[0].Visible - 0.3f);
        Assert.Equal(joint.Read(open, null)[0].Visible, joint.Read(open, "Hat")[0].Visible);
    }

    [Fact]
    public void Load_Saved_IsTheSameAndOthersAreRefused()
    {
        using var folder = new TemporaryFolder();
        var file = SkirtOrTrousers();
        file.Save(folder.File("joint.json"), Vocabulary);

        var again = JointBeliefsFile.Load(folder.File("joint.json"), Vocabulary);

        Assert.Equal(file.Terms, again.Terms);
        Assert.Equal(file.Strength, again.Strength);
        Assert.Throws<InvalidDataException>(() => JointBeliefsFile.Load(folder.File("joint.json"), OtherVocabulary()));
        Assert.Throws<InvalidDataException>(() => JointBeliefsFile.Load(folder.Write("bad.json", "no"), Vocabulary));
    }

    [Fact]
    public void UnseenPairs_NeverLabelledTogether_AreFound()
    {
        var (none, both) = (States(skirt: 1, pant: 1), States(skirt: 0, pant: 0));
        LabelledCombination[] labels = [new(States(skirt: 1, pant: 0), 20), new(States(skirt: 0, pant: 1), 20), new(both, 20)];

        var unseen = new UnseenPairs(Vocabulary, labels);

        Assert.Equal(1, unseen.Count);
        Assert.True(unseen.IsIn([Belief(Skirt, 0.1f, 0.9f), Belief(Pant, 0.1f, 0.9f)]));
        Assert.False(unseen.IsIn([Belief(Skirt, 0.9f, 0.1f), Belief(Pant, 0.1f, 0.9f)]));
        Assert.Equal(0, new UnseenPairs(Vocabulary, [.. labels, new(none, 1)]).Count);
    }

    [Fact]
    public void Compare_OneOfTwoMended_IsComputedByHand()
    {
        BeliefCase[] cases = [LabelledCases.Case("0.jpg", Skirt, 0, []), LabelledCases.Case("1.jpg", Skirt, 1, [])];
        AttributeBelief[][] before = [[Belief(Skirt, 0.2f, 0.8f)], [Belief(Skirt, 0.2f, 0.8f)]];
        AttributeBelief[][] after = [[Belief(Skirt, 0.8f, 0.2f)], [Belief(Skirt, 0.2f, 0.8f)]];

        var found = new BeliefComparer(Vocabulary, new UnseenPairs(Vocabulary, []), 1).Compare(cases, before, after);

        Assert.Equal((0.5, 1.0), (found[0].Before, found[0].After));
        Assert.Equal(1.0 / 3, found[1].Before, 1e-9); // F1: nothing said invisible, 0; short skirt 2 · 1 ÷ (2 + 1)
        Assert.Equal(-(Math.Log(0.2) + Math.Log(0.8)) / 2, found[2].Before, 1e-6);
        Assert.Equal(0.3, found[3].Before, 1e-6);     // says .8 twice and is right once
        Assert.Equal(0.2, found[3].After, 1e-6);
        Assert.InRange(found[0].Difference.Low, 0, 0.5);
    }

    /// <summary>A picture shows a skirt or trousers, seldom both.</summary>
    private static JointBeliefsFile SkirtOrTrousers()
    {
        var shape = JointBeliefs.Shape(Vocabulary, []);
        var terms = new double[shape.Count];
        foreach (var skirt in Skirt.VisibleValues)
        {
            foreach (var pant in Pant.VisibleValues)
            {
                terms[shape.At(Skirt.Position, skirt.Position, Pant.Position, pant.Position)] = -4;
            }
        }

        return new JointBeliefsFile("made", [], 1, terms);
    }

    private static AttributeVocabulary OtherVocabulary() => AttributeVocabularyFile.Parse(
        """
        { "name": "one", "version": 1, "attributes": [ { "code": "a", "english": "A", "chinese": "A", "values": [
          { "code": "no", "english": "No", "chinese": "No", "phrase": "no", "invisible": true } ] } ] }
        """, "other");

    private static int[] States(int skirt, int pant) =>
        [.. Vocabulary.Attributes.Select(attribute => attribute == Skirt ? skirt : attribute == Pant ? pant : -1)];

    /// <summary>Invisible and the first visible value share the whole.</summary>
    private static AttributeBelief Belief(GarmentAttribute attribute, float invisible, float first)
    {
        var probabilities = new float[attribute.Values.Count];
        probabilities[attribute.Invisible.Position] = invisible;
        probabilities[attribute.VisibleValues.First().Position] = first;
        return new AttributeBelief(attribute, probabilities);
    }
}
