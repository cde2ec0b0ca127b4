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
    public static ActivationMap Compute(CamContrast kind, IReadOnlyList<ActivationMap> maps, AttributeValue value)
    {
        var own = maps[value.Index];
        var others = (kind switch
        {
            CamContrast.Siblings => value.Attribute.VisibleValues.Where(other => other != value),
            CamContrast.Invisible when !value.IsInvisible => [value.Attribute.Invisible],
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
}
