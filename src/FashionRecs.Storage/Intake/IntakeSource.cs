using System.Security.Cryptography;

namespace FashionRecs.Storage.Intake;

/// <summary>What an intake is made of: at most one list of products, and pictures.</summary>
/// <param name="Rows">The rows of the list; null where pictures come without one.</param>
/// <param name="Files">Pictures and other files, by judged name.</param>
/// <param name="Content">Fingerprint of all that was handed in.</param>
public sealed record IntakeSource(IReadOnlyList<ProductListRow>? Rows, IReadOnlyList<IntakeFile> Files, string Content) : IDisposable
{
    private IReadOnlyList<IDisposable> Open { get; init; } = [];

    /// <summary>Opens handed-in files: pictures, archives, and a list in whose column "image" the pictures' names stand.</summary>
    /// <param name="staged">Names and paths.</param>
    /// <param name="limits">How much there may be.</param>
    /// <param name="folder">A folder of this intake's own, for a list that comes in an archive.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <exception cref="InvalidDataException">An archive or the list cannot be used at all; one sentence says why.</exception>
    public static async Task<IntakeSource> StagedAsync(
        IReadOnlyList<(string Name, string Path)> staged, IntakeLimits limits, string folder, CancellationToken cancellation = default)
    {
        var (files, open, lists) = (new List<IntakeFile>(), new List<IDisposable>(), new List<(string Name, string Path)>());
        try
        {
            foreach (var (name, path) in staged.Where(pair => !IntakeFile.IsLitter(pair.Name)))
            {
                if (name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
                {
                    var archive = ArchiveFiles.Open(path, name, limits);
                    open.Add(archive);
                    foreach (var file in archive.Files())
                    {
                        if (file is { IsList: true, Refused: null })
                        {
                            Directory.CreateDirectory(folder);
                            var copy = Path.Combine(folder, $"list-{lists.Count}");
                            await File.WriteAllBytesAsync(copy, await UnpackListAsync(file, name, cancellation), cancellation);
                            lists.Add((file.Name, copy));
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
                    files.Add(new IntakeFile(name, token => File.ReadAllBytesAsync(path, token)));
                }
            }

            if (lists.Count > 1)
            {
                throw new InvalidDataException($"There are {lists.Count} lists ({string.Join(", ", lists.Select(list => list.Name))}); hand in one at a time.");
            }

            if (files.Count > limits.MostFiles)
            {
                throw new InvalidDataException($"There are {files.Count} files; at most {limits.MostFiles} are taken in at once.");
            }

            var rows = lists is [var list] ? ProductList.Read(list.Path, limits.MostFiles + 1, list.Name).ToArray() : null;
            if (rows?.Length > limits.MostFiles)
            {
                throw new InvalidDataException($"The list has more than {limits.MostFiles} rows; hand it in in parts.");
            }

            return new IntakeSource(rows, files, await FingerprintAsync(staged, cancellation)) { Open = open };
        }
        catch
        {
            open.ForEach(one => one.Dispose());
            throw;
        }
    }

    /// <summary>Opens a list whose pictures lie in a folder of this machine.</summary>
    /// <exception cref="InvalidDataException">The list cannot be used at all.</exception>
    public static async Task<IntakeSource> FolderAsync(string list, string images, int limit, IntakeLimits limits, CancellationToken cancellation = default)
    {
        var root = Path.GetFullPath(images) + Path.DirectorySeparatorChar;
        var rows = ProductList.Read(list, limit).ToArray();
        IntakeFile Find(string image)
        {
            var file = new FileInfo(Path.GetFullPath(Path.Combine(root, image)));
            return !file.FullName.StartsWith(root, StringComparison.Ordinal) ? IntakeFile.No(image, $"the image '{image}' lies outside the folder of images")
                : !file.Exists ? IntakeFile.No(image, $"there is no image '{image}'")
                : file.Length > limits.LargestPicture ? IntakeFile.No(image, $"the image '{image}' has {file.Length >> 20} MB; at most {limits.LargestPicture >> 20} MB are read")
                : new IntakeFile(image, token => File.ReadAllBytesAsync(file.FullName, token));
        }

        var files = rows.Select(row => row.Image).Where(image => image.Length > 0).Distinct(StringComparer.Ordinal).Select(Find).ToArray();
        return new IntakeSource(rows, files, await FingerprintAsync([(images + limit, list)], cancellation));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var one in Open)
        {
            one.Dispose();
        }
    }

    private static async Task<byte[]> UnpackListAsync(IntakeFile file, string archive, CancellationToken cancellation)
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
