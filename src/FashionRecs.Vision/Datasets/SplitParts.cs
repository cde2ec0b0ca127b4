using System.Globalization;
using FashionRecs.Vision.Images;

namespace FashionRecs.Vision.Datasets;

/// <summary>A set divided for training.</summary>
/// <param name="Training">Weights are fitted on these.</param>
/// <param name="Validation">Choices are made on these.</param>
/// <param name="Test">Kept for reported results.</param>
/// <param name="Duplicates">Pictures that have a near-duplicate elsewhere in the set; each stands on its duplicate's side.</param>
public sealed record SplitParts(IReadOnlyList<LabelledPicture> Training, IReadOnlyList<LabelledPicture> Validation, IReadOnlyList<LabelledPicture> Test, int Duplicates)
{
    /// <summary>Hashes all pictures and divides them.</summary>
    /// <param name="pictures">The set.</param>
    /// <param name="cache">A file that keeps the hashes, since decoding all pictures takes a minute; null for none.</param>
    /// <param name="seed">Of the division.</param>
    /// <exception cref="InvalidDataException">A picture cannot be decoded; the message names it.</exception>
    public static SplitParts Divide(IReadOnlyList<LabelledPicture> pictures, string? cache, int seed)
    {
        var known = cache is not null && File.Exists(cache)
            ? File.ReadLines(cache).Select(line => line.Split('\t')).Where(parts => parts.Length == 2).ToDictionary(parts => parts[0], parts => ulong.Parse(parts[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture))
            : [];
        var hashes = pictures.AsParallel().AsOrdered().Select(picture => known.TryGetValue(picture.Image, out var hash) ? hash : Hash(picture)).ToArray();
        if (cache is not null && known.Count < pictures.Count)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(cache))!);
            File.WriteAllLines(cache, pictures.Select((picture, i) => $"{picture.Image}\t{hashes[i]:x16}"));
        }

        var (sides, duplicates) = PictureSplit.Divide([.. pictures.Select(picture => picture.Image)], hashes, seed);
        return new SplitParts(Side(SplitPart.Train), Side(SplitPart.Validation), Side(SplitPart.Test), duplicates);

        LabelledPicture[] Side(SplitPart part) => [.. pictures.Where((_, i) => sides[i] == part)];
    }

    private static ulong Hash(LabelledPicture picture)
    {
        try
        {
            return PerceptualHash.Compute(PictureDecoder.ReadFile(picture.Path));
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidDataException($"{picture.Path}: {exception.Message}", exception);
        }
    }
}
