using System.ComponentModel.DataAnnotations;

namespace FashionRecs.Domain.Preferences;

/// <summary>Every number of the learner, in one place.</summary>
public sealed class PreferenceOptions
{
    /// <summary>
    /// Variance of a weight before anything is known, in squared weights; above 0. Default 1: a liked value may well be worth 1.
    /// </summary>
    [Range(0.0, double.MaxValue, MinimumIsExclusive = true)]
    public double PriorVariance { get; set; } = 1;

    /// <summary>
    /// How many observations a like counts for. Default 4. A like is deliberate and rare: counted once, five likes of one value leave its
    /// sign unsure under the learned prior, and 70 % of the cards that a value speaks for stay without a reason; counted four times, 13 %
    /// do, and the reasons are as true as before (.97 of them).
    /// </summary>
    [Range(0.0, double.MaxValue)]
    public double LikeStrength { get; set; } = 4;

    /// <summary>How many observations a dislike counts for. Default 4, as a like.</summary>
    [Range(0.0, double.MaxValue)]
    public double DislikeStrength { get; set; } = 4;

    /// <summary>How many observations a hide counts for. Default 5: it asks for action.</summary>
    [Range(0.0, double.MaxValue)]
    public double HideStrength { get; set; } = 5;

    /// <summary>How many observations putting into the bag counts for. Default 6.</summary>
    [Range(0.0, double.MaxValue)]
    public double BagStrength { get; set; } = 6;

    /// <summary>How many observations "more" or "less" of a value counts for. Default 16: one word moves the page visibly.</summary>
    [Range(0.0, double.MaxValue)]
    public double AskStrength { get; set; } = 16;

    /// <summary>How many observations opening or passing over a product counts for. Default 0.5: curiosity is half of taste.</summary>
    [Range(0.0, double.MaxValue)]
    public double BrowseStrength { get; set; } = 0.5;

    /// <summary>
    /// How often a shopper opens a product they looked at and feel nothing about, in (0, 1). Default 0.08.
    /// With it, passing over is what was expected and tells little, opening is a surprise and tells more.
    /// </summary>
    [Range(0.0, 1.0, MinimumIsExclusive = true, MaximumIsExclusive = true)]
    public double BrowseRate { get; set; } = 0.08;

    /// <summary>
    /// Exponent η of the chance that position k (zero-based) is looked at, (1 + k)^−η; at least 0. Default 0.5, flatter than the
    /// 1 of search results, since a grid shows a row at a glance.
    /// </summary>
    [Range(0.0, double.MaxValue)]
    public double PositionExponent { get; set; } = 0.5;

    /// <summary>Variance left to a weight that was set by hand, in squared weights. Default 0.05.</summary>
    [Range(0.0, double.MaxValue, MinimumIsExclusive = true)]
    public double EditVariance { get; set; } = 0.05;

    /// <summary>What an act says of the product it was done to; null for acts that judge no product.</summary>
    /// <param name="signal">What was done.</param>
    /// <param name="position">Zero-based position of the product in its list, or null.</param>
    public Observation? Judgement(PreferenceSignal signal, int? position) => signal switch
    {
        PreferenceSignal.Like => new Observation(true, LikeStrength, IsChoice: true),
        PreferenceSignal.Bag => new Observation(true, BagStrength, IsChoice: true),
        PreferenceSignal.Dislike => new Observation(false, DislikeStrength, IsChoice: true),
        PreferenceSignal.Hide => new Observation(false, HideStrength, IsChoice: true),
        PreferenceSignal.View => new Observation(true, BrowseStrength, BrowseRate),
        PreferenceSignal.Skipped =>
            new Observation(false, BrowseStrength, BrowseRate, PositionBias.ExaminationProbability(position ?? 0, PositionExponent)),
        PreferenceSignal.More or PreferenceSignal.Less or PreferenceSignal.Edit or PreferenceSignal.Pin or PreferenceSignal.Unpin
            or PreferenceSignal.Forget or PreferenceSignal.Deny or PreferenceSignal.Everybody or PreferenceSignal.Personal => null,
    };
}
