using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FashionRecs.Application.CatalogImport.Lists;
using FashionRecs.Application.CatalogImport.Lists.Files;
using FashionRecs.Application.Files;

namespace FashionRecs.Application.CatalogImport;

/// <summary>
/// Where handed-in files wait until an import has read them. A file's name is written so that it can only be a name in
/// this folder. A file is complete or not there.
/// </summary>
public sealed class StagingFolder(ISharedFiles files, ShopFolder folder, CatalogImportLimits limits)
{
    private const int LongestName = 200;
    private const string ChoicesFile = "choices.json";
    private const string DescriptionFile = "list.json";
    private const string AddressesFile = "addresses.json";

    private readonly string root = Root(folder);

    /// <summary>Keeps one file of an import; the same name again replaces it.</summary>
    /// <exception cref="InvalidDataException">The name is too long, or the file too large; one sentence says which.</exception>
    /// <param name="import">The import.</param>
    /// <param name="name">What the file is called, with its folders.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="size">How many they are said to be, so that a file that is too large is refused before it is read; null where nobody
    /// said.</param>
    /// <param name="cancellation">Stops; the file is not kept.</param>
    /// <exception cref="IOException">The disk is full.</exception>
    public async Task SaveAsync(Guid import, string name, Stream content, long? size = null, CancellationToken cancellation = default)
    {
        var clean = name.Replace('\\', '/').Trim();
        if (clean.Length is 0 or > LongestName || Uri.EscapeDataString(clean).Length > LongestName + 30)
        {
            throw new InvalidDataException($"A file's name must have 1 to {LongestName} characters.");
        }

        var most = IsLarge(clean) ? limits.LargestFile : limits.LargestPicture;
        if (size > most)
        {
            throw TooLarge(most);
        }

        await files.WriteAsync($"{Of(import)}/f-{Uri.EscapeDataString(clean)}", file => CopyAsync(content, file, most, cancellation),
            cancellation);
    }

    /// <summary>Keeps that a file was not taken, and why, for the import's list of what was refused.</summary>
    public Task RefuseAsync(Guid import, string name, string reason) => files.WriteAsync(
        $"{Of(import)}/r-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))}",
        async file =>
            await file.WriteAsync(
            JsonSerializer.SerializeToUtf8Bytes(new Refusal(name[..Math.Min(name.Length, 2 * LongestName)], reason))));

    /// <summary>The files that were not taken, in the order of names.</summary>
    public async Task<IReadOnlyList<CatalogImportFile>> RefusedAsync(Guid import, CancellationToken cancellation = default)
    {
        var refused = new List<Refusal>();
        foreach (var (_, path) in await FetchAsync(import, "r-", cancellation))
        {
            refused.Add(JsonSerializer.Deserialize<Refusal>(await File.ReadAllBytesAsync(path, cancellation))!);
        }

        return [.. refused.Select(one => CatalogImportFile.No(one.Name, one.Reason)).OrderBy(file => file.Name, StringComparer.Ordinal)];
    }

    /// <summary>The files of an import by the names they were handed in with, in the order of names, each on this machine.</summary>
    public async Task<IReadOnlyList<(string Name, string Path)>> FilesAsync(Guid import, CancellationToken cancellation = default) =>
        [.. (await FetchAsync(import, "f-", cancellation)).Select(pair => (Uri.UnescapeDataString(pair.Name), pair.Path))
            .OrderBy(pair => pair.Item1, StringComparer.Ordinal)];

    /// <summary>Keeps what a person said of how the import's list is to be read.</summary>
    public Task ChooseAsync(Guid import, ListChoices choices) => KeepAsync(import, ChoicesFile, choices);

    /// <summary>What a person said of how the import's list is to be read.</summary>
    public async Task<ListChoices> ChoicesAsync(Guid import, CancellationToken cancellation = default) =>
        await TryReadAsync<ListChoices>(import, ChoicesFile, cancellation) ?? ListChoices.None;

    /// <summary>Keeps how the import's list was read, for whoever looks at its columns.</summary>
    public Task DescribeAsync(Guid import, ListDescription description) => KeepAsync(import, DescriptionFile, description);

    /// <summary>How the import's list was read; null where it has none, or where it is read for good.</summary>
    public Task<ListDescription?> DescriptionAsync(Guid import, CancellationToken cancellation = default) =>
        TryReadAsync<ListDescription>(import, DescriptionFile, cancellation);

    /// <summary>Keeps that the list's pictures are to be fetched from where it says they are, as those of a feed.</summary>
    public Task TakePicturesFromAddressesAsync(Guid import) => KeepAsync(import, AddressesFile, true);

    /// <summary>Whether the list's pictures are to be fetched from where it says they are.</summary>
    public Task<bool> TakesPicturesFromAddressesAsync(Guid import, CancellationToken cancellation = default) =>
        files.ExistsAsync($"{Of(import)}/{AddressesFile}", cancellation);

    /// <summary>Removes an import's files.</summary>
    public Task ClearAsync(Guid import, CancellationToken cancellation = default) => files.DeleteFolderAsync(Of(import), cancellation);

    private async Task<List<(string Name, string Path)>> FetchAsync(Guid import, string prefix, CancellationToken cancellation)
    {
        var found = new List<(string Name, string Path)>();
        await foreach (var name in files.ListAsync(Of(import), cancellation))
        {
            var own = name[(Of(import).Length + 1)..];
            if (own.StartsWith(prefix, StringComparison.Ordinal) && await files.TryFetchAsync(name, cancellation) is { } path)
            {
                found.Add((own[prefix.Length..], path));
            }
        }

        return found;
    }

    private Task KeepAsync<T>(Guid import, string name, T value) => files.WriteAsync(
        $"{Of(import)}/{name}", async file => await file.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(value)));

    private async Task<T?> TryReadAsync<T>(Guid import, string name, CancellationToken cancellation)
        where T : class
    {
        try
        {
            return await files.TryFetchAsync($"{Of(import)}/{name}", cancellation) is { } path
                ? JsonSerializer.Deserialize<T>(await File.ReadAllBytesAsync(path, cancellation)) : null;
        }
        catch (Exception exception) when (exception is IOException or JsonException)
        {
            return null;
        }
    }

    private sealed record Refusal(string Name, string Reason);

    private string Of(Guid import) => $"{root}/{import:N}";

    /// <summary>The folder's name, with what an earlier version of the shop left under the name it gave.</summary>
    private static string Root(ShopFolder folder)
    {
        var earlier = Path.Combine(folder.Root, "intake");
        if (Directory.Exists(earlier) && !Directory.Exists(folder.Imports))
        {
            try
            {
                Directory.Move(earlier, folder.Imports);
            }
            catch (DirectoryNotFoundException)
            {
                // Another process was faster.
            }
        }

        return "imports";
    }

    private static bool IsLarge(string name) => name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) || ListFiles.MayBe(name);

    private static InvalidDataException TooLarge(long most) => new($"The file is larger than {most >> 20} MB.");

    private static async Task CopyAsync(Stream from, Stream to, long most, CancellationToken cancellation)
    {
        var (block, total) = (new byte[1 << 16], 0L);
        for (int read; (read = await from.ReadAsync(block, cancellation)) > 0;)
        {
            total += read;
            if (total > most)
            {
                throw TooLarge(most);
            }

            await to.WriteAsync(block.AsMemory(0, read), cancellation);
        }
    }
}
