using System.IO.Compression;
using System.Reflection;
using System.Text.Json;
using FashionRecs.Application.Files;
using FashionRecs.Domain.Files;

namespace FashionRecs.Application.Backups;

/// <summary>
/// Writes all of a shop into one file while it runs: the database as it was at one moment, then the files it names. Pictures and weights
/// are only ever added, so that every one which the copy of the database names is there. Safe to share between threads.
/// </summary>
public sealed class BackupWriter(ShopFolder folder, ISharedFiles files, IDatabaseBackup database, TimeProvider time)
{
    /// <summary>Name of the setting that says when the last backup was made, in ISO 8601.</summary>
    public const string LastSetting = "backup-last";

    /// <summary>Folders of shared files that go into a backup.</summary>
    internal static IReadOnlyList<string> Folders { get; } = ["keys", "weights", "imports", "pictures"];

    /// <summary>Writes a backup; a file of that name is replaced once the new one is whole.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellation">Stops it; nothing is left.</param>
    /// <exception cref="IOException">There is no shop, or something cannot be read or written; one sentence says what.</exception>
    public async Task<BackupReport> WriteAsync(string path, CancellationToken cancellation = default)
    {
        if (await database.IsEmptyAsync(cancellation))
        {
            throw new IOException("There is no shop to back up: its database is empty or not there.");
        }

        var target = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Directory.CreateDirectory(target);
        var copy = Path.Combine(target, $".{Guid.NewGuid():N}.database.part");
        try
        {
            var at = time.GetUtcNow();
            await database.WriteAsync(copy, cancellation);
            using var file = AtomicFile.Create(path, Private);
            var manifest = await WriteAsync(file.Content, copy, at, cancellation);
            file.Commit();
            await database.NoteAsync(LastSetting, at.ToString("O", System.Globalization.CultureInfo.InvariantCulture), cancellation);
            return new BackupReport(manifest);
        }
        catch (IOException exception) when (DiskSpace.IsMissing(exception))
        {
            throw new IOException($"The disk of '{path}' is full; no backup was written.", exception);
        }
        finally
        {
            File.Delete(copy);
        }
    }

    private async Task<BackupManifest> WriteAsync(Stream content, string copy, DateTimeOffset at, CancellationToken cancellation)
    {
        using var archive = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true);
        var entries = new List<BackupEntry>
        {
            await AddAsync(archive, copy, BackupManifest.Database, CompressionLevel.Fastest, cancellation),
        };
        foreach (var kept in Folders)
        {
            await foreach (var name in files.ListAsync(kept, cancellation))
            {
                try
                {
                    if (await files.TryFetchAsync(name, cancellation) is { } file)
                    {
                        // Pictures and weights hardly get smaller.
                        entries.Add(await AddAsync(archive, file, name, CompressionLevel.NoCompression, cancellation));
                    }
                    else if (kept != "imports")
                    {
                        throw new IOException($"The file '{name}' vanished from {files.Place} while it was to be backed up; try again.");
                    }
                }
                catch (Exception exception) when (kept == "imports" && exception is FileNotFoundException or DirectoryNotFoundException)
                {
                    // It was read meanwhile; what became of it is in a later state of the database.
                }
            }
        }

        var version = typeof(BackupWriter).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
        var manifest = new BackupManifest(BackupManifest.CurrentFormat, database.Kind, version, at, folder.Models, entries);
        await using var last = archive.CreateEntry(BackupManifest.Name).Open();
        await JsonSerializer.SerializeAsync(last, manifest, JsonSerializerOptions.Web, cancellation);
        return manifest;
    }

    private static async Task<BackupEntry> AddAsync(
        ZipArchive archive, string file, string name, CompressionLevel level, CancellationToken cancellation)
    {
        await using var from = File.OpenRead(file);
        await using var to = archive.CreateEntry(name, level).Open();
        var (length, hash) = await HashedCopy.RunAsync(from, to, cancellation);
        return new BackupEntry(name, length, hash);
    }

    /// <summary>Whoever reads a backup can sign in as anybody.</summary>
    private static FileStream Private(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }
}
