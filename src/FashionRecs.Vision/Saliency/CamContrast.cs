namespace FashionRecs.Vision.Saliency;

/// <summary>Which numbers show where a value is. All are sums of the maps that also give the logits.</summary>
public enum CamContrast
{
    /// <summary>The value's own map.</summary>
    Value,

    /// <summary>
    /// The value's map minus the mean of the maps of its attribute's other visible values: what speaks for it rather than for them.
    /// </summary>
    Siblings,

    /// <summary>
    /// The value's map minus that of the attribute's invisible value: what speaks for the attribute being shown, and shown so.
    /// </summary>
    Invisible,
}
