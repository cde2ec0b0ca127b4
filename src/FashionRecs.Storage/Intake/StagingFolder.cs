using FashionRecs.Storage.Files;

namespace FashionRecs.Storage.Intake;

/// <summary>
/// Where handed-in files wait beside the database until an intake has read them. A file's name is written so that it can only be a name in
/// this folder. A file is complete or not there.
/// </summary>
public sealed class StagingFolder(StorageOptions options, IntakeLimits limits, WholeFiles files)
{
    private const int LongestName = 200;

    private string Root => Path.Combine(Path.GetDirectoryName(Path.GetFullPath(options.DatabasePath))!, "intake");

    /// <summary>Keeps one file of an intake; the same name again replaces it.</summary>
    /// <exception cref="InvalidDataException">The name is too long, or the file too large; one sentence says which.</exception>
    /// <exception cref="IOException">The disk is full.</exception>
    public async Task SaveAsync(Guid intake, string name, Stream content, CancellationToken cancellation = default)
    {
        var clean = name.Replace('\\', '/').Trim();
        if (clean.Length is 0 or > LongestName || Uri.EscapeDataString(clean).Length > LongestName + 30)
        {
            throw new InvalidDataException($"A file's name must have 1 to {LongestName} characters.");
        }

        await files.WriteAsync(
            Path.Combine(Of(intake), "f-" + Uri.EscapeDataString(clean)),
            file => CopyAsync(content, file, IsLarge(clean) ? limits.LargestFile : limits.LargestPicture, cancellation));
    }

    /// <summary>The files of an intake by the names they were handed in with, in the order of names.</summary>
    public IReadOnlyList<(string Name, string Path)> Files(Guid intake) => Directory.Exists(Of(intake))
        ? [.. Directory.EnumerateFiles(Of(intake), "f-*").Select(path => (Uri.UnescapeDataString(Path.GetFileName(path)[2..]), path)).OrderBy(pair => pair.Item1, StringComparer.Ordinal)]
        : [];

    /// <summary>Removes an intake's files.</summary>
    public void Clear(Guid intake)
    {
        if (Directory.Exists(Of(intake)))
        {
            Directory.Delete(Of(intake), recursive: true);
        }
    }

    private string Of(Guid intake) => Path.Combine(Root, intake.ToString("N"));

    private static bool IsLarge(string name) => Path.GetExtension(name).ToLowerInvariant() is ".zip" or ".csv";

    private static async Task CopyAsync(Stream from, Stream to, long most, CancellationToken cancellation)
    {
        var (block, total) = (new byte[1 << 16], 0L);
        for (int read; (read = await from.ReadAsync(block, cancellation)) > 0;)
        {
            total += read;
            if (total > most)
            {
                throw new InvalidDataException($"The file is larger than {most >> 20} MB.");
            }

            await to.WriteAsync(block.AsMemory(0, read), cancellation);
        }
    }
}
