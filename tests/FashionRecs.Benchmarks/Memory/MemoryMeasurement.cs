using System.Diagnostics;
using System.Globalization;
using FashionRecs.Application;
using FashionRecs.Application.Shop;
using FashionRecs.Benchmarks.Review;
using FashionRecs.Storage;
using FashionRecs.Storage.PostgreSql;
using FashionRecs.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Benchmarks.Memory;

/// <summary>
/// What a catalog takes in memory and how long it takes to read: <c>memory [products 100000 | shop.db]</c>, drawn products or those of a
/// SQLite file, which has to be of this version.
/// </summary>
internal static class MemoryMeasurement
{
    public static async Task RunAsync(string[] options)
    {
        var named = options.Length > 0 ? options[0] : "100000";
        var isDrawn = int.TryParse(named, CultureInfo.InvariantCulture, out var products);
        var folder = Directory.CreateTempSubdirectory("fashionrecs-memory-").FullName;
        var settings = new StorageSettings { Provider = "Sqlite", DatabasePath = isDrawn ? Path.Combine(folder, "shop.db") : named };
        if (isDrawn)
        {
            await using var filled = Open(settings);
            await filled.GetRequiredService<IShopDatabase>().PrepareAsync();
            await LargeCatalog.FillAsync(filled, products);
        }

        await using var shop = Open(settings);
        await shop.GetRequiredService<IShopDatabase>().PrepareAsync();
        var catalog = shop.GetRequiredService<CatalogCache>();
        var (before, began) = (GC.GetTotalMemory(forceFullCollection: true), Stopwatch.GetTimestamp());
        var processor = Environment.CpuUsage.TotalTime;
        var snapshot = await catalog.GetAsync();
        var (took, computed) = (Stopwatch.GetElapsedTime(began), Environment.CpuUsage.TotalTime - processor);
        var after = GC.GetTotalMemory(forceFullCollection: true);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{snapshot.Items.Count} products: {(after - before) / (double)snapshot.Items.Count:0} bytes each, "
                + $"{(after - before) / 1e6:0} MB, read in {took.TotalSeconds:0.0} s, {computed.TotalSeconds:0.0} s of processor time"));
        GC.KeepAlive(snapshot);
        Directory.Delete(folder, recursive: true);
    }

    private static ServiceProvider Open(StorageSettings settings) => new ServiceCollection().AddApplication()
        .AddStorage(settings, new SqliteProvider(), new PostgreSqlProvider()).BuildServiceProvider();
}
