using System.IO.Compression;
using FashionRecs.Application.CatalogImport.Names;

namespace FashionRecs.Application.CatalogImport;

/// <summary>
/// The files of a ZIP archive, read so that a hostile one does no harm: names are only labels and never become paths, and what an
/// entry says of its size is not believed but counted while unpacking.
/// </summary>
public sealed class ArchiveFiles : IDisposable
{
    private readonly ZipArchive archive;
    private readonly CatalogImportLimits limits;
    private long unpacked;

    private ArchiveFiles(ZipArchive archive, CatalogImportLimits limits) => (this.archive, this.limits) = (archive, limits);

    /// <summary>Opens an archive.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">What people call it, for messages.</param>
    /// <param name="limits">How much it may hold.</param>
    /// <exception cref="InvalidDataException">It is no archive or holds too many files.</exception>
    public static ArchiveFiles Open(string path, string name, CatalogImportLimits limits)
    {
        ZipArchive archive;
        try
        {
            archive = ZipFile.Open(path, ZipArchiveMode.Read, ArchiveNames.Instance);
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidDataException($"{name} is not a readable ZIP archive; it may be cut off.", exception);
        }

        if (archive.Entries.Count <= limits.MostFiles)
        {
            return new ArchiveFiles(archive, limits);
        }

        var count = archive.Entries.Count;
        archive.Dispose();
        throw new InvalidDataException($"{name} holds {count} files; at most {limits.MostFiles} are taken in at once.");
    }

    /// <summary>The files, in the archive's order; folders and litter are left out.</summary>
    public IEnumerable<CatalogImportFile> Files() => archive.Entries
        .Select(entry => (entry, name: entry.FullName.Replace('\\', '/')))
        .Where(pair => !pair.name.EndsWith('/') && !CatalogImportFile.IsLitter(pair.name))
        .Select(pair => Leaves(pair.name) ? CatalogImportFile.No(pair.name, "its name leads outside the archive")
            : pair.name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase)
                ? CatalogImportFile.No(pair.name, "an archive within an archive is not opened")
            : new CatalogImportFile(pair.name, cancellation => ReadAsync(pair.entry, cancellation))
            {
                CopyAsync = (target, cancellation) => CopyAsync(pair.entry, target, limits.LargestFile, cancellation),
            });

    /// <inheritdoc/>
    public void Dispose() => archive.Dispose();

    private static bool Leaves(string name) =>
        name.StartsWith('/') || name.Contains(':', StringComparison.Ordinal) || name.Any(char.IsControl) || name.Split('/').Contains("..");

    private async Task<byte[]> ReadAsync(ZipArchiveEntry entry, CancellationToken cancellation)
    {
        using var result = new MemoryStream();
        await CopyAsync(entry, result, limits.LargestPicture, cancellation);
        return result.ToArray();
    }

    private async Task CopyAsync(ZipArchiveEntry entry, Stream target, long most, CancellationToken cancellation)
    {
        const int Block = 1 << 16;
        var written = 0L;
        var block = new byte[Block];
        await using var stream = await entry.OpenAsync(cancellation);
        for (int read; (read = await stream.ReadAsync(block, cancellation)) > 0;)
        {
            await target.WriteAsync(block.AsMemory(0, read), cancellation);
            unpacked += read;
            written += read;
            if (written > most)
            {
                throw new InvalidDataException($"it unpacks to more than {most >> 20} MB");
            }

            if (written > 1 << 20 && written > limits.MostUnpacking * Math.Max(1, entry.CompressedLength))
            {
                throw new InvalidDataException(
                    $"it unpacks to more than {limits.MostUnpacking} times its size, as archives do that are made to fill a disk");
            }

            if (unpacked > limits.LargestArchive)
            {
                throw new InvalidDataException($"the archive unpacks to more than {limits.LargestArchive >> 30} GB");
            }
        }
    }
}
