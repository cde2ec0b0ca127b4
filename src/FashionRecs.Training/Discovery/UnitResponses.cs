namespace FashionRecs.Training.Discovery;

/// <summary>
/// How differently each unit answers to products with a word: the symmetric Kullback-Leibler divergence of the two histograms of its
/// activations, over twenty bins that hold equally many products (Vittayakorn et al., "Automatic attribute discovery with neural
/// activations", 2016). Immutable.
/// </summary>
public sealed class UnitResponses
{
    private const int Bins = 20;
    private const double Smoothing = 0.5;

    private readonly byte[][] bins;      // per product the bin of each unit
    private readonly int[][] all;        // per unit the products of each bin

    /// <param name="features">Per product one number per unit.</param>
    public UnitResponses(IReadOnlyList<float[]> features)
    {
        var width = features[0].Length;
        bins = [.. features.Select(_ => new byte[width])];
        all = [.. Enumerable.Range(0, width).Select(_ => new int[Bins])];
        for (var unit = 0; unit < width; unit++)
        {
            float[] sorted = [.. features.Select(row => row[unit]).Order()];
            float[] edges = [.. Enumerable.Range(1, Bins - 1).Select(bin => sorted[bin * sorted.Length / Bins])];
            for (var product = 0; product < bins.Length; product++)
            {
                var bin = edges.Count(edge => features[product][unit] >= edge);
                bins[product][unit] = (byte)bin;
                all[unit][bin]++;
            }
        }
    }

    /// <summary>Per unit the divergence in nats, 0 or more.</summary>
    /// <param name="with">Places of the products that have the word.</param>
    public double[] Of(IReadOnlyCollection<int> with)
    {
        var divergence = new double[all.Length];
        var inside = new int[Bins];
        for (var unit = 0; unit < divergence.Length; unit++)
        {
            Array.Clear(inside);
            foreach (var product in with)
            {
                inside[bins[product][unit]]++;
            }

            for (var bin = 0; bin < Bins; bin++)
            {
                var p = (inside[bin] + Smoothing) / (with.Count + (Bins * Smoothing));
                var q = (all[unit][bin] - inside[bin] + Smoothing) / (bins.Length - with.Count + (Bins * Smoothing));
                divergence[unit] += (p - q) * Math.Log(p / q);
            }
        }

        return divergence;
    }
}
