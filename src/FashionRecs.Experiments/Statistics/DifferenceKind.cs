namespace FashionRecs.Experiments.Statistics;

/// <summary>How two arms are compared.</summary>
public enum DifferenceKind
{
    /// <summary>(treatment − control) / control: a lift, 0.1 being ten percent more.</summary>
    Relative,

    /// <summary>treatment − control, in the metric's unit.</summary>
    Absolute,
}
