using FashionRecs.Domain.Statistics;

namespace FashionRecs.Training.Reviews;

/// <summary>What tuning did to one attribute, measured on held-out reviews.</summary>
/// <param name="Attribute">The attribute's code.</param>
/// <param name="Learned">Pictures learned from.</param>
/// <param name="Count">Held-out pictures.</param>
/// <param name="Anchor">The penalty that was best within the learned part; null where the head was left as it is.</param>
/// <param name="Before">Share of right answers before, with Wilson's 95 % interval.</param>
/// <param name="After">Share of right answers after.</param>
/// <param name="Change">The difference on the same pictures, with the interval of pairs.</param>
/// <param name="LossBefore">Mean sigmoid cross-entropy before, in nats; NaN without held-out pictures.</param>
/// <param name="LossAfter">Mean sigmoid cross-entropy after.</param>
/// <param name="LossChange">The difference on the same pictures, with a bootstrap interval.</param>
public sealed record TunedAttribute(
    string Attribute, int Learned, int Count, double? Anchor, ShareInterval Before, ShareInterval After, PairedDifference Change,
    double LossBefore, double LossAfter, BootstrapInterval LossChange)
{
    /// <summary>Whether fewer held-out pictures are answered right than before, by chance or not, or the loss is surely larger.</summary>
    public bool IsWorse => After.Share < Before.Share || LossChange.Low > 0;
}
