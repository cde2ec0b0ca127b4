namespace FashionRecs.Domain.Embedding;

/// <summary>A term that pictures were measured to show, and how likely a picture shows it. Immutable.</summary>
/// <param name="Term">The term, as <see cref="TextTerms"/> makes it.</param>
/// <param name="Direction">Its direction in the space of words and pictures; (size), of length 1.</param>
/// <param name="Slope">With <paramref name="Constant"/>: P(term) = σ(slope · cosine + constant).</param>
/// <param name="Constant">See <paramref name="Slope"/>.</param>
/// <param name="Rate">Share of all products whose texts say it, in (0, 1).</param>
public sealed record VisibleTerm(string Term, float[] Direction, double Slope, double Constant, double Rate)
{
    /// <summary>How likely the text of a product with a picture at a place says the term, in (0, 1).</summary>
    /// <param name="place">See <see cref="JointEmbedding.Place"/>.</param>
    public double Probability(ReadOnlySpan<float> place) =>
        1 / (1 + Math.Exp(-((Slope * System.Numerics.Tensors.TensorPrimitives.Dot<float>(Direction, place)) + Constant)));
}
