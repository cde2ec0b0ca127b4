using System.IO.Compression;
using System.Text.Json;

namespace FashionRecs.Application.Backups;

/// <summary>A backup that is read. Not safe to share between threads.</summary>
public sealed class BackupFile : IDisposable
{
    private readonly ZipArchive archive;
    private readonly string path;

    private BackupFile(ZipArchive archive, string path, BackupManifest manifest) =>
        (this.archive, this.path, Manifest) = (archive, path, manifest);

    /// <summary>What it says it holds.</summary>
    public BackupManifest Manifest { get; }

    /// <summary>Opens a backup; that it is whole is another question (<see cref="VerifyAsync"/>).</summary>
    /// <exception cref="InvalidDataException">It is none, was cut, or comes from a newer version.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static BackupFile Open(string path)
    {
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"There is no backup '{path}'.");
        }

        ZipArchive? archive = null;
        try
        {
            archive = ZipFile.OpenRead(path);
            using var stream = archive.GetEntry(BackupManifest.Name)?.Open() ?? throw new InvalidDataException("It has no manifest.");
            var manifest = JsonSerializer.Deserialize<BackupManifest>(stream, JsonSerializerOptions.Web);
            return manifest switch
            {
                { Format: > BackupManifest.CurrentFormat } => throw new UnusableDatabaseException(
                    $"The backup '{path}' was made by a newer version of FashionRecs ({manifest.Version}); update the program first."),
                { Files: [{ Name: BackupManifest.Database }, ..] } when manifest.Files.All(file => IsPlaced(file.Name)) =>
                    new BackupFile(archive, path, manifest),
                _ => throw new InvalidDataException("It names no files."),
            };
        }
        catch (UnusableDatabaseException)
        {
            archive?.Dispose();
            throw;
        }
        catch (Exception exception) when (
            exception is InvalidDataException or JsonException or EndOfStreamException or NotSupportedException)
        {
            archive?.Dispose();
            throw NotWhole(path, exception);
        }
    }

    /// <summary>Reads every byte and compares it with what was written.</summary>
    /// <exception cref="InvalidDataException">Something is missing or is not as it was written.</exception>
    public async Task<BackupReport> VerifyAsync(CancellationToken cancellation = default)
    {
        foreach (var file in Manifest.Files)
        {
            await ReadAsync(file, Stream.Null, cancellation);
        }

        return new BackupReport(Manifest);
    }

    /// <summary>Writes all files into a folder.</summary>
    /// <exception cref="InvalidDataException">As for <see cref="VerifyAsync"/>.</exception>
    public async Task ExtractAsync(string folder, CancellationToken cancellation = default)
    {
        foreach (var file in Manifest.Files)
        {
            var target = Path.Combine([folder, .. file.Name.Split('/')]);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            await using var to = new FileStream(target, FileMode.CreateNew, FileAccess.Write);
            await ReadAsync(file, to, cancellation);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => archive.Dispose();

    private async Task ReadAsync(BackupEntry file, Stream to, CancellationToken cancellation)
    {
        try
        {
            await using var from = archive.GetEntry(file.Name)?.Open() ?? throw new InvalidDataException($"It lacks {file.Name}.");
            if (await HashedCopy.RunAsync(from, to, cancellation) != (file.Length, file.Sha256))
            {
                throw new InvalidDataException($"{file.Name} is not as it was written.");
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException)
        {
            throw NotWhole(path, exception);
        }
    }

    /// <summary>Whether a file belongs into a shop's folder and cannot leave it.</summary>
    private static bool IsPlaced(string name) => name == BackupManifest.Database
        || (name.Split('/') is { Length: >= 2 } parts && BackupWriter.Folders.Any(folder => folder == parts[0])
            && parts.All(part => part is not ("" or "." or "..") && part.IndexOfAny(['\\', ':', '\0']) < 0));

    private static InvalidDataException NotWhole(string path, Exception cause) => new(
        $"The file '{path}' is no whole backup ({cause.Message.TrimEnd('.')}); it was cut or damaged, or is another file. Use an older backup.", cause);
}
