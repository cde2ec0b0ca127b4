using FashionRecs.Application.CatalogImport;
using FashionRecs.Application.Files;

namespace FashionRecs.Application.Tests.CatalogImport;

public sealed class StagingFolderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Files_HandedInToAnEarlierVersion_AreStillThere()
    {
        var import = Guid.NewGuid();
        await Open().SaveAsync(import, "a.jpg", new MemoryStream([1, 2, 3]));
        Directory.Move(Path.Combine(folder, "imports"), Path.Combine(folder, "intake"));

        var (name, path) = Assert.Single(await Open().FilesAsync(import, TestContext.Current.CancellationToken));

        Assert.Equal("a.jpg", name);
        Assert.Equal([1, 2, 3], await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
        Assert.False(Directory.Exists(Path.Combine(folder, "intake")));
    }

    private StagingFolder Open() => new(
        new FolderFiles(new ShopFolder(folder), new ShopFileWriter()), new ShopFolder(folder), new CatalogImportLimits());
}
