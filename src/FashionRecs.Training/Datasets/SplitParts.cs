using System.Runtime.ExceptionServices;
using FashionRecs.Vision.Imaging;

namespace FashionRecs.Training.Datasets;

/// <summary>A set divided for training.</summary>
/// <param name="Training">Weights are fitted on these.</param>
/// <param name="Validation">Choices are made on these.</param>
/// <param name="Test">Kept for reported results.</param>
/// <param name="Duplicates">Pictures that have a near-duplicate elsewhere in the set, each on its duplicate's side; null where the division
/// was read from a file.</param>
public sealed record SplitParts(IReadOnlyList<LabelledPicture> Training, IReadOnlyList<LabelledPicture> Validation,
    IReadOnlyList<LabelledPicture> Test, int? Duplicates)
{
    /// <summary>Divides pictures by their signatures.</summary>
    /// <param name="pictures">The set.</param>
    /// <param name="cache">A file that keeps the division (picture, tab, part), since decoding all pictures takes a minute; null for
    /// none.</param>
    /// <param name="seed">Of the division.</param>
    /// <exception cref="InvalidDataException">A picture cannot be decoded; the message names it.</exception>
    public static SplitParts Divide(IReadOnlyList<LabelledPicture> pictures, string? cache, int seed)
    {
        var title = $"# seed {seed}, near {PictureSplit.NearDifference}";
        if (cache is not null && Read(cache, title) is { } known && pictures.All(picture => known.ContainsKey(picture.Image)))
        {
            return Of(pictures, [.. pictures.Select(picture => known[picture.Image])], null);
        }

        var signatures = SignAll(pictures);
        var (parts, duplicates) = PictureSplit.Divide([.. pictures.Select(picture => picture.Image)], signatures, seed);
        if (cache is not null)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(cache))!);
            File.WriteAllLines(cache, [title, .. pictures.Select((picture, i) => $"{picture.Image}\t{parts[i]}")]);
        }

        return Of(pictures, parts, duplicates);
    }

    private static SplitParts Of(IReadOnlyList<LabelledPicture> pictures, SplitPart[] sides, int? duplicates)
    {
        return new SplitParts(Side(SplitPart.Train), Side(SplitPart.Validation), Side(SplitPart.Test), duplicates);

        LabelledPicture[] Side(SplitPart part) => [.. pictures.Where((_, i) => sides[i] == part)];
    }

    private static Dictionary<string, SplitPart>? Read(string path, string title)
    {
        var lines = File.Exists(path) ? File.ReadAllLines(path) : [];
        return lines.FirstOrDefault() == title
            ? lines.Skip(1).Select(line => line.Split('\t')).ToDictionary(parts => parts[0], parts => Enum.Parse<SplitPart>(parts[1]))
            : null;
    }

    private static PictureSignature[] SignAll(IReadOnlyList<LabelledPicture> pictures)
    {
        try
        {
            return [.. pictures.AsParallel().AsOrdered().Select(Sign)];
        }
        catch (AggregateException exception)
        {
            ExceptionDispatchInfo.Throw(exception.Flatten().InnerExceptions[0]); // one sentence about the first picture is enough
            throw;
        }
    }

    private static PictureSignature Sign(LabelledPicture picture)
    {
        try
        {
            return PictureSignature.Compute(PictureDecoder.ReadFile(picture.Path));
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidDataException($"{picture.Path}: {exception.Message}", exception);
        }
    }
}
