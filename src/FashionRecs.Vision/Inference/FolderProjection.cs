using System.Runtime.CompilerServices;
using FashionRecs.Vision.Imaging;
using FashionRecs.Vision.Saliency;

namespace FashionRecs.Vision.Inference;

/// <summary>One file's outcome: a projected picture, or the sentence that says why not.</summary>
public sealed record FileProjection(string Path, MappedPicture? Result, string? Error);

/// <summary>Projects many files in order.</summary>
public static class FolderProjection
{
    private static readonly string[] Extensions = [".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif", ".avif"];

    /// <summary>The pictures a path stands for: itself, or every picture file below a folder, in the order of their names.</summary>
    /// <exception cref="InvalidDataException">The path does not exist, or the folder has no pictures.</exception>
    public static IReadOnlyList<string> Files(string path)
    {
        if (File.Exists(path))
        {
            return [path];
        }

        if (!Directory.Exists(path))
        {
            throw new InvalidDataException($"There is no file or folder '{path}'.");
        }

        string[] files = [.. Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
            .Where(file => Extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal)];
        return files.Length > 0
            ? files : throw new InvalidDataException($"The folder '{path}' has no pictures (.jpg, .jpeg, .png, .webp, .heic or .avif).");
    }

    /// <summary>Projects files; one outcome each, in order.</summary>
    /// <param name="engine">The network.</param>
    /// <param name="files">The files.</param>
    /// <param name="features">What regions are pooled to; null for no features.</param>
    /// <param name="read">Gives the bytes of a file; null for <see cref="PictureDecoder.ReadFile"/>, which believes it. Called from several
    /// threads.</param>
    /// <param name="cancellation">Stops between batches.</param>
    public static async IAsyncEnumerable<FileProjection> RunAsync(
        ProjectionEngine engine, IReadOnlyList<string> files, PoolGrid? features = null, Func<string, byte[]>? read = null,
        [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var workers = new ProjectionWorkers(engine) { Grid = features };
        await foreach (var one in workers.RunAsync(files.Count, i => (read ?? PictureDecoder.ReadFile)(files[i]), cancellation))
        {
            yield return new FileProjection(files[one.Index], one.Result, one.Error);
        }
    }
}
