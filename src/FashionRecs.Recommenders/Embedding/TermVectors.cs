using FashionRecs.Domain.Embedding;
using MathNet.Numerics.LinearAlgebra;

namespace FashionRecs.Recommenders.Embedding;

/// <summary>
/// Directions of terms from texts alone: the positive pointwise mutual information of terms in one text, factorized (Levy, Goldberg: Neural
/// word embedding as implicit matrix factorization, NIPS 2014, who show that word2vec does this). Immutable.
/// </summary>
public sealed class TermVectors
{
    private readonly Dictionary<string, (float[] Vector, double Weight)> terms;
    private readonly int size;

    private TermVectors(Dictionary<string, (float[], double)> terms, int size) => (this.terms, this.size) = (terms, size);

    /// <summary>The terms, the commonest first.</summary>
    public IReadOnlyCollection<string> Terms => terms.Keys;

    /// <summary>The direction of a known term; (size), not scaled.</summary>
    public float[] this[string term] => terms[term].Vector;

    /// <summary>Learns from texts; equal ones count once.</summary>
    /// <exception cref="InvalidDataException">No term is in enough texts.</exception>
    public static TermVectors Learn(IEnumerable<string> texts, JointEmbeddingOptions options)
    {
        HashSet<string>[] read = [.. texts.Distinct(StringComparer.Ordinal).Select(text => TextTerms.Of(text))];
        string[] known = [.. read.SelectMany(terms => terms).GroupBy(term => term, StringComparer.Ordinal)
            .Where(group => group.Count() >= options.LeastTexts)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Take(options.MostTerms).Select(group => group.Key)];
        if (known.Length == 0)
        {
            throw new InvalidDataException($"No term is in {options.LeastTexts} texts or more.");
        }

        var places = known.Index().ToDictionary(one => one.Item, one => one.Index, StringComparer.Ordinal);
        var together = Matrix<double>.Build.Dense(known.Length, known.Length);
        foreach (var terms in read)
        {
            int[] inside = [.. terms.Where(places.ContainsKey).Select(term => places[term])];
            foreach (var one in inside)
            {
                foreach (var other in inside)
                {
                    together[one, other]++;
                }
            }
        }

        var counts = together.Diagonal();
        var information = together.MapIndexed((one, other, count) =>
            count > 0 ? Math.Max(0, Math.Log(count * read.Length / (counts[one] * counts[other]))) : 0);
        var factors = information.Evd(Symmetricity.Symmetric);
        int[] leading = [.. Enumerable.Range(0, known.Length).OrderByDescending(rank => factors.EigenValues[rank].Real)
            .Take(Math.Min(options.Size, known.Length)).Where(rank => factors.EigenValues[rank].Real > 0)];
        return new TermVectors(places.ToDictionary(pair => pair.Key, pair => (Row(pair.Value),
            Math.Log(read.Length / counts[pair.Value])), StringComparer.Ordinal), options.Size);

        float[] Row(int term)
        {
            var row = new float[options.Size];
            foreach (var (at, rank) in leading.Index())
            {
                row[at] = (float)(factors.EigenVectors[term, rank] * Math.Sqrt(factors.EigenValues[rank].Real));
            }

            return row;
        }
    }

    /// <summary>
    /// The place of a text, of length 1: the sum of its terms' directions of length 1, each counting the logarithm of how rare it is. Null
    /// where no term is known, or all are in every text.
    /// </summary>
    public float[]? Of(string text)
    {
        var sum = new float[size];
        foreach (var term in TextTerms.Of(text))
        {
            if (terms.TryGetValue(term, out var known))
            {
                var unit = JointEmbedding.Unit([.. known.Vector]);
                for (var at = 0; at < size; at++)
                {
                    sum[at] += (float)known.Weight * unit[at];
                }
            }
        }

        return sum.AsSpan().ContainsAnyExcept(0f) ? JointEmbedding.Unit(sum) : null;
    }
}
