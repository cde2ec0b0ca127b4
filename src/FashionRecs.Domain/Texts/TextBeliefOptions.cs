using System.ComponentModel.DataAnnotations;

namespace FashionRecs.Domain.Texts;

/// <summary>How far texts are believed.</summary>
public sealed class TextBeliefOptions
{
    /// <summary>How often a text is right about an attribute for which nobody measured it. Default 0.8; in (0, 1).</summary>
    [Range(0.0, 1.0, MinimumIsExclusive = true, MaximumIsExclusive = true)]
    public double Reliability { get; init; } = .8;

    /// <summary>From which probability of anything else on the picture contradicts the text. Default 0.8; in (0.5, 1].</summary>
    [Range(0.5, 1.0, MinimumIsExclusive = true)]
    public double ContradictionThreshold { get; init; } = .8;
}
