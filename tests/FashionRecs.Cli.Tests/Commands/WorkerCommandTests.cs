using FashionRecs.Application.Jobs;
using FashionRecs.Application.Models;
using FashionRecs.Tests;
using FashionRecs.Tests.Databases;
using FashionRecs.Vision.Backbones;
using SkiaSharp;

namespace FashionRecs.Cli.Tests.Commands;

/// <summary>The worker in a process of its own, killed in the middle.</summary>
public sealed class WorkerCommandTests : IDisposable
{
    private const int Products = 400;
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public Task Worker_KilledOnSqlite_AnotherReadsTheRest() => KilledAsync(new SqliteFile());

    [Fact]
    public Task Worker_KilledOnPostgreSql_AnotherReadsTheRest() => KilledAsync(new PostgreSqlDatabase());

    private async Task KilledAsync(TestDatabase database)
    {
        using var owned = database;
        using var shop = new TestShop(database: database, lockTimeoutSeconds: 30);
        var fingerprint = await FillAsync(shop);
        var models = shop.Get<IModelStore>();

        using (var first = WorkerProcess.Start(database))
        {
            await WorkerProcess.UntilAsync(async () => (await models.StaleAsync(fingerprint, 0)).Left is > 0 and < Products - 16);
            first.Kill(); // As kill -9 does.
            await first.WaitForExitAsync();
        }

        var left = (await models.StaleAsync(fingerprint, 0)).Left;
        Assert.InRange(left, 1, Products - 17);
        Assert.NotEmpty((await shop.Get<IJobStore>().ListAsync()).Running); // Nobody has told the database.
        using (var second = WorkerProcess.Start(database))
        {
            await WorkerProcess.UntilAsync(async () => (await models.StaleAsync(fingerprint, 0)).Left == 0
                && await shop.Get<IJobStore>().CountAsync(ReadPicturesJob.Kind) == 0);
            second.Kill();
            await second.WaitForExitAsync();
        }

        Assert.Empty((await shop.Get<IJobStore>().ListAsync()).Failed);
        var items = (await shop.Shop.CatalogAsync()).Items;
        Assert.Equal(Products, items.Count);
        Assert.All(items, item => Assert.Equal(fingerprint, item.Predicted!.Fingerprint));
    }

    /// <summary>A shop of real small pictures that the network in use has not read yet; returns the network's fingerprint.</summary>
    private async Task<string> FillAsync(TestShop shop)
    {
        var picture = Pictures.Encode(96, 128, SKEncodedImageFormat.Png);
        var import = shop.Get<Application.Catalog.ProductImport>();
        var projector = new FakeProjector();
        for (var number = 0; number < Products; number++)
        {
            await import.ImportAsync(
                new Application.Catalog.ProductFacts($"p{number:000}", "A dress", "Dress", "Garment", "Ladieswear", "Black", "Solid", 9,
                    ""),
                picture, projector);
        }

        using var network = TinyNetwork.Create();
        var path = TinyNetwork.Save(folder, network);
        var fingerprint = AttributeModelFile.Fingerprint(path);
        await shop.Get<IModelStore>().KeepAsync(new RegisteredModel(fingerprint, path, "{}", DateTimeOffset.UnixEpoch));
        await shop.Get<IModelStore>().UseAsync(fingerprint, "Ada");
        return fingerprint;
    }
}
