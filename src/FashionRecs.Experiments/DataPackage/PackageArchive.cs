using System.IO.Compression;
using System.Text;
using FashionRecs.Tables;

namespace FashionRecs.Experiments.DataPackage;

/// <summary>A ZIP of tables and texts, every file of which has one time.</summary>
/// <param name="target">Where to; it need not be seekable and stays open.</param>
/// <param name="at">When it is made.</param>
internal sealed class PackageArchive(Stream target, DateTimeOffset at) : IDisposable
{
    private static readonly UTF8Encoding Plain = new(encoderShouldEmitUTF8Identifier: false);

    private readonly ZipArchive zip = new(target, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);

    /// <summary>Adds a table.</summary>
    public async Task AddAsync(string file, IEnumerable<string?[]> rows, CancellationToken cancellation)
    {
        await using var text = new StreamWriter(Entry(file), Plain);
        await using var table = new TableWriter(text, leaveOpen: true);
        foreach (var row in rows)
        {
            await table.WriteAsync(row, cancellation);
        }
    }

    /// <summary>Adds a text.</summary>
    public async Task AddAsync(string file, string text, CancellationToken cancellation)
    {
        await using var writer = new StreamWriter(Entry(file), Plain);
        await writer.WriteAsync(text.AsMemory(), cancellation);
    }

    /// <summary>Adds a file that ships inside this assembly.</summary>
    /// <param name="folder">Its folder there.</param>
    public async Task AddShippedAsync(string folder, string file, CancellationToken cancellation)
    {
        using var source = typeof(PackageArchive).Assembly.GetManifestResourceStream($"{folder}/{file}")
            ?? throw new InvalidOperationException($"The script {file} is missing.");
        await using var entry = Entry(file);
        await source.CopyToAsync(entry, cancellation);
    }

    /// <inheritdoc/>
    public void Dispose() => zip.Dispose();

    private Stream Entry(string name)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = at.UtcDateTime.Year < 1980 ? new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero) : at;
        return entry.Open();
    }
}
