using System.Security.Cryptography;
using FashionRecs.Application.CatalogImport.Lists;
using FashionRecs.Application.CatalogImport.Lists.Files;
using FashionRecs.Application.CatalogImport.Names;

namespace FashionRecs.Application.CatalogImport;

/// <summary>What an import is made of: at most one list of products, and pictures.</summary>
/// <param name="List">The list; null where pictures come without one.</param>
/// <param name="Files">Pictures and other files, by judged name.</param>
/// <param name="Find">Finds the picture that a list means.</param>
/// <param name="Content">Fingerprint of all that was handed in.</param>
public sealed record CatalogImportSource(ProductList? List, IReadOnlyList<CatalogImportFile> Files, Func<string, PictureMatch> Find,
    string Content) : IDisposable
{
    /// <summary>Why nothing of it can be used, in a sentence; null where something may be.</summary>
    public string? Trouble { get; private init; }

    private IReadOnlyList<IDisposable> Open { get; init; } = [];

    /// <summary>Opens handed-in files: pictures, archives, and a list in whose column "image" the pictures' names stand.</summary>
    /// <param name="staged">Names and paths.</param>
    /// <param name="refused">Files that were not taken at all.</param>
    /// <param name="limits">How much there may be.</param>
    /// <param name="lists">Opens the list.</param>
    /// <param name="choices">What a person said of how to read it.</param>
    /// <param name="folder">A folder of this import's own, for a list that comes in an archive.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <returns>The source; one whose list cannot be used, or that is too much at once, has every file refused, and says why.</returns>
    public static async Task<CatalogImportSource> StagedAsync(
        IReadOnlyList<(string Name, string Path)> staged, IReadOnlyList<CatalogImportFile> refused, CatalogImportLimits limits,
        ProductListOpener lists, ListChoices choices,
        string folder, CancellationToken cancellation = default)
    {
        var (files, open, found) = (new List<CatalogImportFile>(refused), new List<IDisposable>(), new List<(string Name, string Path)>());
        var content = await FingerprintAsync(staged, cancellation);
        CatalogImportSource Unusable(string culprit, string trouble) => new(
            null, [.. files.Select(file => CatalogImportFile.No(file.Name, file.Refused ?? $"not looked at, since {culprit}")),
                .. found.Select(list => CatalogImportFile.No(list.Name, trouble))],
            _ => new PictureMatch(null, trouble), content)
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
                        if (file.Refused is null && ListFiles.MayBe(file.Name)
                            && await UnpackAsync(file, Path.Combine(folder, $"list-{found.Count}"), name, cancellation) is { } copy)
                        {
                            found.Add((file.Name, copy));
                        }
                        else
                        {
                            files.Add(file);
                        }
                    }
                }
                else if (ListFiles.Is(path, name))
                {
                    found.Add((name, path));
                }
                else
                {
                    files.Add(new CatalogImportFile(name, token => File.ReadAllBytesAsync(path, token)));
                }
            }

            if (found.Count > 1)
            {
                return Unusable("there is more than one list",
                    $"There are {found.Count} lists ({string.Join(", ", found.Select(list => list.Name))}); hand in one at a time.");
            }

            if (files.Count > limits.MostFiles)
            {
                return Unusable("there are too many files",
                    $"There are {files.Count} files; at most {limits.MostFiles} are taken in at once.");
            }

            var index = new PictureIndex(files, found is [var one] ? one.Name : "");
            if (found is not [var only])
            {
                return new CatalogImportSource(null, files, name => index.Find(name), content) { Open = open };
            }

            var list = await lists.OpenAsync(only.Path, only.Name, choices, limits.MostRows + 1, cancellation);
            return list.Count > limits.MostRows
                ? Unusable("the list is too long", $"The list has more than {limits.MostRows} products; hand it in in parts.")
                : new CatalogImportSource(list, files, name => index.Find(name, list.IsSharedName), content) { Open = open };
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
    public static async Task<CatalogImportSource> FolderAsync(
        string list, string images, int limit, CatalogImportLimits limits, ProductListOpener lists, ListChoices choices,
        CancellationToken cancellation = default)
    {
        var rows = await lists.OpenAsync(list, list, choices, limit, cancellation);
        var folder = new PictureFolder(images, limits.LargestPicture, rows.IsSharedName);
        return rows.Trouble is { } trouble
            ? throw new InvalidDataException(trouble)
            : new CatalogImportSource(rows, [], folder.Find, await FingerprintAsync([(images + limit, list)], cancellation));
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

    /// <summary>Copies what may be a list out of an archive; null where it is none.</summary>
    private static async Task<string?> UnpackAsync(CatalogImportFile file, string copy, string archive, CancellationToken cancellation)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            await using (var target = File.Create(copy))
            {
                await file.CopyAsync!(target, cancellation);
            }

            return ListFiles.Is(copy, file.Name) ? copy : null;
        }
        catch (InvalidDataException) when (Path.GetExtension(file.Name).ToLowerInvariant() is ".txt" or ".dat" or "")
        {
            // Hardly a list: it is refused by itself.
            return null;
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
