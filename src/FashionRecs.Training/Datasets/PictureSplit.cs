using System.Security.Cryptography;
using System.Text;

namespace FashionRecs.Training.Datasets;

/// <summary>Which part of the data a picture serves.</summary>
public enum SplitPart
{
    /// <summary>Weights are fitted on it.</summary>
    Train,

    /// <summary>Choices (epochs, thresholds, temperatures) are made on it.</summary>
    Validation,

    /// <summary>Looked at once per reported result.</summary>
    Test,
}

/// <summary>
/// Divides pictures 80 : 10 : 10 so that near-duplicates (signatures at most <see cref="NearDifference"/> apart, joined transitively) fall
/// on the same side. The side depends only on the group's first picture name and the seed, so it stays when pictures are added.
/// </summary>
public static class PictureSplit
{
    /// <summary>
    /// Pictures whose signatures differ by at most this root mean square, in deviations, count as near-duplicates. Chosen by looking at
    /// pairs: below 0.08 all are copies, at 0.1 some are lookalikes, above 0.15 nearly all are other products of the same cut.
    /// </summary>
    public const float NearDifference = 0.1f;

    /// <summary>Divides the pictures.</summary>
    /// <param name="images">Names of the pictures.</param>
    /// <param name="signatures">Their signatures, in the same order.</param>
    /// <param name="seed">Another seed gives another division.</param>
    /// <returns>A part per picture, and how many pictures have a near-duplicate elsewhere in the list.</returns>
    public static (SplitPart[] Parts, int Duplicates) Divide(IReadOnlyList<string> images, IReadOnlyList<PictureSignature> signatures,
        int seed)
    {
        var parents = Enumerable.Range(0, images.Count).ToArray();
        foreach (var (i, j) in NearPairs(signatures))
        {
            parents[Find(parents, j)] = Find(parents, i);
        }

        var groups = Enumerable.Range(0, images.Count).GroupBy(i => Find(parents, i)).ToArray();
        var parts = new SplitPart[images.Count];
        foreach (var group in groups)
        {
            var part = Part(group.Select(i => images[i]).Order(StringComparer.Ordinal).First(), seed);
            foreach (var i in group)
            {
                parts[i] = part;
            }
        }

        return (parts, groups.Where(group => group.Skip(1).Any()).Sum(group => group.Count()));
    }

    private static (int First, int Second)[] NearPairs(IReadOnlyList<PictureSignature> signatures) =>
        [.. Enumerable.Range(0, signatures.Count).AsParallel().SelectMany(i =>
            Enumerable.Range(i + 1, signatures.Count - i - 1).Where(j => signatures[i].IsNear(signatures[j], NearDifference))
                .Select(j => (i, j)))];

    private static SplitPart Part(string name, int seed)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}:{name}"));
        return (BitConverter.ToUInt32(digest) % 10) switch
        {
            8 => SplitPart.Validation,
            9 => SplitPart.Test,
            _ => SplitPart.Train,
        };
    }

    private static int Find(int[] parents, int i)
    {
        while (parents[i] != i)
        {
            parents[i] = parents[parents[i]];
            i = parents[i];
        }

        return i;
    }
}
