using System.Numerics.Tensors;
using FashionRecs.Recommenders.Purchases;

namespace FashionRecs.Recommenders.Features;

/// <summary>
/// The ranking of the shop's pages: the explained sum without the eight attributes' terms, plus the values of the picture as the shop's own
/// learner weighs them.
/// </summary>
/// <param name="name">Names it in reports.</param>
/// <param name="evidence">The evidence beside the picture.</param>
/// <param name="values">The values of the picture.</param>
public sealed class ShopSum(string name, ShareSum evidence, ValuesTerm values) : IRecommender
{
    /// <summary>
    /// What a learned weight of a value counts beside the evidence. Purchases alone would give .10; of 1, .5, .25 and .1, .5 is the most that costs nothing that can be
    /// told from noise (Evaluation/README.md), and the picture is what the shop can show.
    /// </summary>
    public const float ValuesWeight = 0.5f;

    /// <inheritdoc/>
    public string Name { get; } = name;

    /// <inheritdoc/>
    public void Fit(PurchaseHistory history)
    {
        evidence.Fit(history);
        values.Fit(history);
    }

    /// <inheritdoc/>
    public void Score(CustomerHistory customer, Span<float> scores)
    {
        var ofValues = new float[scores.Length];
        values.Values(customer, ofValues);
        evidence.Score(customer, scores);
        TensorPrimitives.MultiplyAdd(ofValues, ValuesWeight, scores, scores);
    }
}
