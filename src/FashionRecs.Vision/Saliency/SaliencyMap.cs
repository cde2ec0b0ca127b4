using System.Numerics.Tensors;
using FashionRecs.Domain.Attributes;

namespace FashionRecs.Vision.Saliency;

/// <summary>Makes the evidence for a value from the maps of its attribute.</summary>
public static class SaliencyMap
{
    /// <summary>The evidence for a value.</summary>
    /// <param name="kind">Which numbers.</param>
    /// <param name="maps">One map per value of the vocabulary.</param>
    /// <param name="value">The value.</param>
    public static ActivationMap Compute(CamContrast kind, IReadOnlyList<ActivationMap> maps, AttributeValue value) =>
        Compute(kind, maps, [value]);

    /// <summary>The evidence for one value or for several of an attribute together, such as a family.</summary>
    /// <param name="kind">Which numbers.</param>
    /// <param name="maps">One map per value of the vocabulary.</param>
    /// <param name="values">At least one value.</param>
    public static ActivationMap Compute(CamContrast kind, IReadOnlyList<ActivationMap> maps, IReadOnlyList<AttributeValue> values)
    {
        var (own, attribute) = (Sum(maps, values), values[0].Attribute);
        var others = (kind switch
        {
            CamContrast.Siblings => attribute.VisibleValues.Where(other => !values.Contains(other)),
            CamContrast.Invisible when !values[0].IsInvisible => [attribute.Invisible],
            _ => [],
        }).ToArray();
        if (others.Length == 0)
        {
            return own;
        }

        var difference = own.Values.ToArray();
        foreach (var other in others)
        {
            TensorPrimitives.MultiplyAdd(maps[other.Index].Values.Span, -1f / others.Length, difference, difference);
        }

        return own with { Values = difference };
    }

    /// <summary>
    /// The map of several values together. Maps are linear in the head's weights, so that it is the map of the summed rows, and its own sum
    /// is the sum of the values' logits less their biases.
    /// </summary>
    /// <param name="maps">One map per value of the vocabulary.</param>
    /// <param name="values">At least one value.</param>
    public static ActivationMap Sum(IReadOnlyList<ActivationMap> maps, IReadOnlyList<AttributeValue> values)
    {
        if (values.Count == 1)
        {
            return maps[values[0].Index];
        }

        var sum = maps[values[0].Index].Values.ToArray();
        foreach (var value in values.Skip(1))
        {
            TensorPrimitives.Add(sum, maps[value.Index].Values.Span, sum);
        }

        return maps[values[0].Index] with { Values = sum };
    }
}
