using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Beliefs;

namespace FashionRecs.Training.Beliefs;

/// <summary>
/// What the belief in one attribute is computed from under a penalty: which logits, where their weights start and how strongly they are
/// held there.
/// </summary>
internal sealed class AttributeInputs
{
    private readonly GarmentAttribute attribute;

    public AttributeInputs(GarmentAttribute attribute, AttributeVocabulary vocabulary, BeliefPenalty penalty, BeliefFitOptions options)
    {
        this.attribute = attribute;
        Values = [.. (penalty.Others is null ? attribute.Values : vocabulary.Values).Select(value => value.Index)];
        Penalties = [.. Values.Select(index => IsOwn(index) ? penalty.Own : penalty.Others!.Value), options.ConstantPenalty];
        Start = [.. attribute.Values.SelectMany(value => Values.Select(index => index == value.Index ? options.Start : 0).Append(0))];
    }

    /// <summary>Indices of the values whose logits count.</summary>
    public int[] Values { get; }

    /// <summary>One per logit, and one of the constant.</summary>
    public double[] Penalties { get; }

    /// <summary>(values of the attribute × (logits + 1)), row by row.</summary>
    public double[] Start { get; }

    /// <summary>The clipped logits of a picture, and a 1 for the constant.</summary>
    public double[] Of(float[] probabilities) => [.. Values.Select(index => BeliefModel.Logit(probabilities[index])), 1];

    /// <summary>Fitted parameters in the form that a shop reads.</summary>
    public AttributeBeliefWeights ToWeights(double[] parameters) =>
        new(Values, [.. parameters.Chunk(Penalties.Length).Select(row => Array.ConvertAll(row, number => (float)number))]);

    private bool IsOwn(int index) => index >= attribute.Start && index < attribute.Start + attribute.Values.Count;
}
