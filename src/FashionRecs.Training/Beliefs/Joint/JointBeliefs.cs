using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Beliefs;

namespace FashionRecs.Training.Beliefs.Joint;

/// <summary>
/// Reads all attributes of a picture, and the product's type where it is known, together (Yamaguchi et al., "Mix and match: joint model
/// for clothing and attribute recognition", 2015). With the calibrated belief b and the model's own marginal m of each attribute,
/// P(values) ∝ prior(values) · Π b ÷ m: a picture that says no more than how frequent values are leaves the prior as it is, and at
/// strength 0 beliefs stay as they were. Immutable, thread-safe.
/// </summary>
public sealed class JointBeliefs
{
    /// <summary>Values whose evidence is below this share of their attribute's best are left out: they cannot become likely.</summary>
    private const double Negligible = 1e-5;

    private readonly AttributeVocabulary vocabulary;
    private readonly Dictionary<string, int> types;
    private readonly PairwiseModel model;
    private readonly double[][] usual;

    /// <param name="vocabulary">The vocabulary.</param>
    /// <param name="file">The fitted terms.</param>
    /// <param name="strength">What pair terms are multiplied by; null for the file's own.</param>
    public JointBeliefs(AttributeVocabulary vocabulary, JointBeliefsFile file, double? strength = null)
    {
        this.vocabulary = vocabulary;
        types = file.Types.Index().ToDictionary(type => type.Item, type => type.Index, StringComparer.Ordinal);
        model = new PairwiseModel(Shape(vocabulary, file.Types), file.Terms, strength ?? file.Strength);
        usual = model.Marginals(new double[]?[vocabulary.Attributes.Count + (types.Count > 0 ? 1 : 0)]);
    }

    /// <summary>The variables: the vocabulary's attributes, then the type of product where there are types.</summary>
    public static PairwiseShape Shape(AttributeVocabulary vocabulary, IReadOnlyCollection<string> types) =>
        new([
            .. vocabulary.Attributes.Select(attribute => attribute.Values.Count),
            .. Enumerable.Repeat(types.Count, types.Count > 0 ? 1 : 0),
        ]);

    /// <summary>The beliefs after what is usually seen together was taken into account, in their order.</summary>
    /// <param name="beliefs">Of any of the vocabulary's attributes; of those that are missing nothing is known.</param>
    public IReadOnlyList<AttributeBelief> Read(IReadOnlyList<AttributeBelief> beliefs) => Read(beliefs, null);

    /// <inheritdoc cref="Read(IReadOnlyList{AttributeBelief})"/>
    /// <param name="beliefs">Of any of the vocabulary's attributes; of those that are missing nothing is known.</param>
    /// <param name="type">The product's type; null where it is unknown. A type that was not learned says nothing.</param>
    public IReadOnlyList<AttributeBelief> Read(IReadOnlyList<AttributeBelief> beliefs, string? type)
    {
        var evidence = new double[]?[usual.Length];
        foreach (var belief in beliefs)
        {
            var own = usual[belief.Attribute.Position];
            evidence[belief.Attribute.Position] = [.. belief.Probabilities.Select((probability, at) => probability / own[at])];
        }

        if (type is not null && types.TryGetValue(type, out var known))
        {
            evidence[^1] = [.. Enumerable.Range(0, types.Count).Select(at => at == known ? 1.0 : 0)];
        }

        var joint = model.Marginals(evidence, Negligible);
        return [.. beliefs.Select(belief =>
            new AttributeBelief(belief.Attribute, [.. joint[belief.Attribute.Position].Select(share => (float)share)]))];
    }
}
