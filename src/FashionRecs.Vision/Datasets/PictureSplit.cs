using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace FashionRecs.Vision.Datasets;

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
/// Divides pictures 80 : 10 : 10 so that near-duplicates (perceptual hashes at most <see cref="NearBits"/> bits apart, joined
/// transitively) fall on the same side. The side depends only on the group's first picture name and the seed, so it stays when
/// pictures are added.
/// </summary>
public static class PictureSplit
{
    /// <summary>Pictures whose hashes differ in at most this many of 64 bits count as near-duplicates.</summary>
    public const int NearBits = 3;

    /// <summary>Divides the pictures.</summary>
    /// <param name="images">Names of the pictures.</param>
    /// <param name="hashes">Their perceptual hashes, in the same order.</param>
    /// <param name="seed">Another seed gives another division.</param>
    /// <returns>A part per picture, and how many pictures have a near-duplicate elsewhere in the list.</returns>
    public static (SplitPart[] Parts, int Duplicates) Divide(IReadOnlyList<string> images, IReadOnlyList<ulong> hashes, int seed)
    {
        var parents = Enumerable.Range(0, images.Count).ToArray();
        for (var i = 0; i < images.Count; i++)
        {
            for (var j = i + 1; j < images.Count; j++)
            {
                if (BitOperations.PopCount(hashes[i] ^ hashes[j]) <= NearBits)
                {
                    Union(parents, i, j);
                }
            }
        }

        var roots = Enumerable.Range(0, images.Count).Select(i => Find(parents, i)).ToArray();
        var groups = roots.Select((root, i) => (root, i)).GroupBy(pair => pair.root, pair => pair.i).ToArray();
        var parts = new SplitPart[images.Count];
        foreach (var group in groups)
        {
            var part = Part(group.Min(i => images[i], StringComparer.Ordinal)!, seed);
            foreach (var i in group)
            {
                parts[i] = part;
            }
        }

        return (parts, groups.Where(group => group.Skip(1).Any()).Sum(group => group.Count()));
    }

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

    private static void Union(int[] parents, int i, int j) => parents[Find(parents, j)] = Find(parents, i);

    private static string? Min(this IEnumerable<int> source, Func<int, string> selector, StringComparer comparer) =>
        source.Select(selector).Order(comparer).FirstOrDefault();
}
