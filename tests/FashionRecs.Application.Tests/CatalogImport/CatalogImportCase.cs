using System.IO.Compression;
using System.Text;
using FashionRecs.Application.CatalogImport;
using FashionRecs.Domain.Projection;
using FashionRecs.Tests;

namespace FashionRecs.Application.Tests.CatalogImport;

/// <summary>An import of files of text, in a shop of its own.</summary>
public abstract class CatalogImportCase : IDisposable
{
    /// <summary>The shop that the import comes to.</summary>
    private protected TestShop Shop { get; } = new();

    /// <inheritdoc/>
    public void Dispose()
    {
        Shop.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Where imports are kept.</summary>
    private protected ICatalogImportStore Imports => Shop.Get<ICatalogImportStore>();

    /// <summary>Reads sleeves out of every picture.</summary>
    private protected static FakeProjector Projector => new(TestShop.Value("sleeve_length", "Long Sleeves"));

    /// <summary>Begins an import with files of text.</summary>
    private protected async Task<Guid> HandInAsync(params (string Name, string Text)[] files)
    {
        var id = await Imports.BeginAsync("files", "Ada");
        foreach (var (name, text) in files)
        {
            await Shop.Get<StagingFolder>().SaveAsync(id, name, new MemoryStream(Encoding.UTF8.GetBytes(text)));
        }

        return id;
    }

    /// <summary>Reads what was handed in up to the preview.</summary>
    private protected async Task<CatalogImportSummary> ReadAsync(Guid id)
    {
        await Imports.MoveAsync(id, CatalogImportState.Reading, [CatalogImportState.Open]);
        await Shop.Get<CatalogImportRun>().ReadAsync(id, Projector);
        return (await Imports.TryFindAsync(id))!;
    }

    /// <summary>Takes what was read into the shop.</summary>
    private protected async Task RunAsync(Guid id, IPictureProjector projector, CancellationToken cancellation = default)
    {
        await Imports.MoveAsync(id, CatalogImportState.Running, [CatalogImportState.Ready]);
        await Shop.Get<CatalogImportRun>().ProjectAsync(id, projector, cancellation: cancellation);
    }

    /// <summary>The products in the shop.</summary>
    private protected async Task<string[]> IdsAsync() => [.. (await Shop.Shop.CatalogAsync()).Items.Select(item => item.Product.Id)];

    /// <summary>An archive.</summary>
    private protected static byte[] Zip(params (string Name, byte[] Bytes)[] files)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in files)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        return stream.ToArray();
    }
}
