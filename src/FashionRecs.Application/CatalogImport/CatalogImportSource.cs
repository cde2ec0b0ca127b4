using System.Security.Cryptography;

namespace FashionRecs.Application.CatalogImport;

/// <summary>What an import is made of: at most one list of products, and pictures.</summary>
/// <param name="Rows">The rows of the list; null where pictures come without one.</param>
/// <param name="Files">Pictures and other files, by judged name.</param>
/// <param name="Content">Fingerprint of all that was handed in.</param>
public sealed record CatalogImportSource(IReadOnlyList<CatalogImportListRow>? Rows, IReadOnlyList<CatalogImportFile> Files, string Content)
    : IDisposable
{
    /// <summary>Why nothing of it can be used, in a sentence; null where something may be.</summary>
    public string? Trouble { get; private init; }

    private IReadOnlyList<IDisposable> Open { get; init; } = [];

    /// <summary>Opens handed-in files: pictures, archives, and a list in whose column "image" the pictures' names stand.</summary>
    /// <param name="staged">Names and paths.</param>
    /// <param name="refused">Files that were not taken at all.</param>
    /// <param name="limits">How much there may be.</param>
    /// <param name="folder">A folder of this import's own, for a list that comes in an archive.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <returns>The source; one whose list cannot be used, or that is too much at once, has every file refused, and says why.</returns>
    public static async Task<CatalogImportSource> StagedAsync(
        IReadOnlyList<(string Name, string Path)> staged, IReadOnlyList<CatalogImportFile> refused, CatalogImportLimits limits,
        string folder, CancellationToken cancellation = default)
    {
        var (files, open, lists) = (new List<CatalogImportFile>(refused), new List<IDisposable>(), new List<(string Name, string Path)>());
        var content = await FingerprintAsync(staged, cancellation);
        CatalogImportSource Unusable(string culprit, string trouble) => new(
            [], [.. files.Select(file => CatalogImportFile.No(file.Name, file.Refused ?? $"not looked at, since {culprit}")),
                .. lists.Select(list => CatalogImportFile.No(list.Name, trouble))], content)
        {
            Trouble = trouble, Open = open,
        };
        try
        {
            foreach (var (name, path) in staged.Where(pair => !CatalogImportFile.IsLitter(pair.Name)))
            {
                if (name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
                {
                    if (TryOpen(path, name, limits, out var archive) is { } broken)
                    {
                        files.Add(broken);
                        continue;
                    }

                    open.Add(archive!);
                    foreach (var file in archive!.Files())
                    {
                        if (file is { IsList: true, Refused: null })
                        {
                            Directory.CreateDirectory(folder);
                            var copy = Path.Combine(folder, $"list-{lists.Count}");
                            lists.Add((file.Name, copy));
                            await File.WriteAllBytesAsync(copy, await UnpackListAsync(file, name, cancellation), cancellation);
                        }
                        else
                        {
                            files.Add(file);
                        }
                    }
                }
                else if (name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
                {
                    lists.Add((name, path));
                }
                else
                {
                    files.Add(new CatalogImportFile(name, token => File.ReadAllBytesAsync(path, token)));
                }
            }

            if (lists.Count > 1)
            {
                return Unusable("there is more than one list",
                    $"There are {lists.Count} lists ({string.Join(", ", lists.Select(list => list.Name))}); hand in one at a time.");
            }

            if (files.Count > limits.MostFiles)
            {
                return Unusable("there are too many files",
                    $"There are {files.Count} files; at most {limits.MostFiles} are taken in at once.");
            }

            var rows = lists is [var list] ? CatalogImportList.Read(list.Path, limits.MostFiles + 1, list.Name).ToArray() : null;
            return rows?.Length > limits.MostFiles
                ? Unusable("the list is too long", $"The list has more than {limits.MostFiles} rows; hand it in in parts.")
                : new CatalogImportSource(rows, files, content) { Open = open };
        }
        catch (InvalidDataException exception)
        {
            return Unusable("the list cannot be used", exception.Message);
        }
        catch
        {
            open.ForEach(one => one.Dispose());
            throw;
        }
    }

    /// <summary>Opens a list whose pictures lie in a folder of this machine.</summary>
    /// <exception cref="InvalidDataException">The list cannot be used at all.</exception>
    public static async Task<CatalogImportSource> FolderAsync(string list, string images, int limit, CatalogImportLimits limits,
        CancellationToken cancellation = default)
    {
        var root = Path.GetFullPath(images) + Path.DirectorySeparatorChar;
        var rows = CatalogImportList.Read(list, limit).ToArray();
        CatalogImportFile Find(string image)
        {
            var file = new FileInfo(Path.GetFullPath(Path.Combine(root, image)));
            return !file.FullName.StartsWith(root, StringComparison.Ordinal)
                ? CatalogImportFile.No(image, $"the image '{image}' lies outside the folder of images")
                : !file.Exists ? CatalogImportFile.No(image, $"there is no image '{image}'")
                : file.Length > limits.LargestPicture
                    ? CatalogImportFile.No(image,
                    $"the image '{image}' has {file.Length >> 20} MB; at most {limits.LargestPicture >> 20} MB are read")
                : new CatalogImportFile(image, token => File.ReadAllBytesAsync(file.FullName, token));
        }

        var files = rows.Select(row => row.Image).Where(image => image.Length > 0).Distinct(StringComparer.Ordinal).Select(Find).ToArray();
        return new CatalogImportSource(rows, files, await FingerprintAsync([(images + limit, list)], cancellation));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var one in Open)
        {
            one.Dispose();
        }
    }

    /// <summary>Opens an archive, or says why it cannot be used; the files beside it may be good.</summary>
    private static CatalogImportFile? TryOpen(string path, string name, CatalogImportLimits limits, out ArchiveFiles? archive)
    {
        try
        {
            archive = ArchiveFiles.Open(path, name, limits);
            return null;
        }
        catch (InvalidDataException exception)
        {
            archive = null;
            return CatalogImportFile.No(name, exception.Message);
        }
    }

    private static async Task<byte[]> UnpackListAsync(CatalogImportFile file, string archive, CancellationToken cancellation)
    {
        try
        {
            return await file.ReadAsync(cancellation);
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidDataException($"The list {file.Name} in {archive} cannot be read: {exception.Message}.", exception);
        }
    }

    private static async Task<string> FingerprintAsync(IReadOnlyList<(string Name, string Path)> staged, CancellationToken cancellation)
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, path) in staged)
        {
            await using var stream = File.OpenRead(path);
            all.AppendData(System.Text.Encoding.UTF8.GetBytes(name));
            all.AppendData(await SHA256.HashDataAsync(stream, cancellation));
        }

        return Convert.ToHexStringLower(all.GetHashAndReset());
    }
}
