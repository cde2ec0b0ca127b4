using FashionRecs.Domain.Hashing;

namespace FashionRecs.Experiments.Assignment;

/// <summary>
/// The piece of a layer that an experiment takes: GrowthBook's namespace. Experiments whose slots in one layer do not
/// overlap exclude each other; experiments in different layers run at once, independently.
/// </summary>
/// <param name="Layer">Name of the layer.</param>
/// <param name="Range">The units of the layer that may enter.</param>
public sealed record LayerSlot(string Layer, BucketRange Range)
{
    /// <summary>Whether a unit belongs to the slot. The specification always hashes namespaces with version 1.</summary>
    public bool Contains(string unit) => UnitHash.Compute("__" + Layer, unit, 1) is { } number && Range.Contains(number);

    /// <summary>Whether a unit could belong to both slots although they stand in one layer.</summary>
    public bool Conflicts(LayerSlot other) => Layer == other.Layer && Range.Overlaps(other.Range);
}
