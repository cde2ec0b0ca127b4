using FashionRecs.Domain.Catalog;
using MathNet.Numerics.LinearAlgebra;

namespace FashionRecs.Recommenders.LearningSpeed;

/// <summary>
/// Linear upper confidence bounds over the products' values, one ridge regression per shopper
/// (Li, Chu, Langford, Schapire: A contextual-bandit approach to personalized news article recommendation, WWW 2010):
/// score θᵀx + α √(xᵀA⁻¹x) with A = I + Σxxᵀ and θ = A⁻¹ Σ r x, r being 1 for an opened product.
/// </summary>
/// <param name="alpha">Width of the bound in deviations; the paper finds 0.2 to 1 best.</param>
public sealed class LinUcb(IReadOnlyList<ItemVector> items, double alpha) : IPagePolicy
{
    // One more value that every product has, since most products are opened less than half the time.
    private readonly Vector<double>[] vectors =
        [.. items.Select(item => Vector<double>.Build.Dense(item.Length + 1, value => value == item.Length ? 1 : item[value]))];
    private readonly Vector<double> rewards = Vector<double>.Build.Dense(items[0].Length + 1);
    private Matrix<double> inverse = Matrix<double>.Build.DenseIdentity(items[0].Length + 1);

    /// <inheritdoc/>
    public int[] Page(int length)
    {
        var theta = inverse * rewards;
        return [.. Enumerable.Range(0, vectors.Length)
            .OrderByDescending(item =>
            (theta * vectors[item]) + (alpha * Math.Sqrt(Math.Max(0, vectors[item] * (inverse * vectors[item]))))).ThenBy(item => item)
            .Take(length)];
    }

    /// <inheritdoc/>
    public void Learn(ReadOnlySpan<int> page, ReadOnlySpan<bool> opened)
    {
        for (var place = 0; place < page.Length; place++)
        {
            var item = vectors[page[place]];
            var spread = inverse * item;
            inverse -= spread.OuterProduct(spread) / (1 + (item * spread)); // Sherman–Morrison
            if (opened[place])
            {
                item.Add(rewards, rewards);
            }
        }
    }

    /// <inheritdoc/>
    public int Reason(int item)
    {
        var shares = (inverse * rewards).PointwiseMultiply(vectors[item]).SubVector(0, rewards.Count - 1);
        return shares.Maximum() > 0 ? shares.MaximumIndex() : -1;
    }
}
