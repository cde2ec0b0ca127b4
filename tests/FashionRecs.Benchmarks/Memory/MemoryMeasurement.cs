using System.Diagnostics;
using System.Globalization;
using FashionRecs.Application;
using FashionRecs.Application.Shop;
using FashionRecs.Benchmarks.Review;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Projection;
using FashionRecs.Storage;
using FashionRecs.Storage.PostgreSql;
using FashionRecs.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Benchmarks.Memory;

/// <summary>
/// What a catalog takes in memory, what of, and how long it takes to read and to ask: <c>memory [products 100000 | shop.db | products.csv]
/// [held 20000] [count 14170]</c>: drawn products, those of a SQLite file, which has to be of this version, or those of a list, as often as
/// it takes, with drawn readings.
/// </summary>
internal static class MemoryMeasurement
{
    /// <summary>Products that are taken apart; the others are like them.</summary>
    private const int Sampled = 2_000;

    public static async Task RunAsync(string[] options)
    {
        var named = options.Length > 0 ? options[0] : "100000";
        var isListed = named.EndsWith(".csv", StringComparison.Ordinal);
        var isDrawn = int.TryParse(named, CultureInfo.InvariantCulture, out var products) || isListed;
        products = isListed ? options.Length > 2 ? int.Parse(options[2], CultureInfo.InvariantCulture) : 14_170 : products;
        var folder = Directory.CreateTempSubdirectory("fashionrecs-memory-").FullName;
        var settings = new StorageSettings { Provider = "Sqlite", DatabasePath = isDrawn ? Path.Combine(folder, "shop.db") : named };
        var memory = options.Length > 1 ? new CatalogMemory { WholeUpTo = int.Parse(options[1], CultureInfo.InvariantCulture) } : new();
        if (isDrawn)
        {
            await using var filled = Open(settings, memory);
            await filled.GetRequiredService<IShopDatabase>().PrepareAsync();
            await (isListed ? ListedCatalog.FillAsync(filled, named, products) : LargeCatalog.FillAsync(filled, products));
        }

        await using var shop = Open(settings, memory);
        await shop.GetRequiredService<IShopDatabase>().PrepareAsync();
        var catalog = shop.GetRequiredService<CatalogCache>();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var snapshot = await TimedAsync("read", () => catalog.GetAsync());
        var count = snapshot.Items.Count;
        Each("the catalog", GC.GetTotalMemory(forceFullCollection: true) - before);
        var service = shop.GetRequiredService<ShopService>();
        var open = await service.OpenAsync(Guid.NewGuid());
        var page = await TimedAsync("the first search, with its index",
            () => Task.FromResult(open.Browse(new CatalogQuery { Words = "dress" })));
        Each("with the index of its search", GC.GetTotalMemory(forceFullCollection: true) - before);
        await TimedAsync("the next search", () => Task.FromResult(open.Browse(new CatalogQuery { Words = "dress" })));
        await TimedAsync("a filter", () => Task.FromResult(open.Browse(new CatalogQuery { Values = [.. page.Values.Keys.Take(1)] })));
        await TimedAsync("24 of all", () => Task.FromResult(open.Recommend()));
        Take(shop, snapshot);
        Directory.Delete(folder, recursive: true);

        void Each(string what, long bytes) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what}, {count} products: {bytes / (double)count:0} bytes each, {bytes / 1e6:0} MB"));
    }

    private static void Take(IServiceProvider shop, CatalogSnapshot snapshot)
    {
        var sizes = new ObjectSizes();
        sizes.Of(shop.GetRequiredService<AttributeVocabulary>());
        CatalogItem[] sample = [.. snapshot.Items.Take(Sampled)];
        Part("outlines", item => item.Predicted?.Attributes.SelectMany(said => (PartRegion?[])[said.Region, said.FamilyRegion?.Region])
            .Select(region => region?.Outline).ToArray());
        Part("what the network said", item => item.Predicted);
        Part("descriptions", item => item.Product.Description);
        Part("other texts and facts", item => item.Product);
        Part("vectors", item => item.Vector);
        Part("beliefs and statements", item => item.Readings);
        Part("the rest of the product", item => item);
        if (snapshot.IsHeld)
        {
            // Of a held catalog the others are no part of what is left.
            foreach (var item in snapshot.Items.Skip(Sampled))
            {
                sizes.Of(item);
            }
        }

        var left = sizes.Of(snapshot, type => type.Namespace?.StartsWith("Lucene", StringComparison.Ordinal) == true ? "index of words"
            : type.Name is "ItemMatrix" or "PackedIds" or "ItemSet" or "CatalogColumns" or "CatalogFacets" or "TextIndex" or "TextSegment"
                or "RecentItems" or "SearchIndex" ? type.Name : null);
        foreach (var (part, bytes) in left.OrderByDescending(part => part.Value))
        {
            Print(part.Length == 0 ? "else" : part, bytes / (double)snapshot.Items.Count);
        }

        void Part(string name, Func<CatalogItem, object?> of)
        {
            // The array that is made to look at several objects at once is nobody's.
            var bytes = sample.Select(of).Sum(one => sizes.Of(one).Values.Sum() - (one is Array array ? 24 + (8 * array.Length) : 0));
            Print(name, bytes / (double)sample.Length);
        }

        void Print(string name, double each) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {each,8:0.0} {name}"));
    }

    private static async Task<T> TimedAsync<T>(string what, Func<Task<T>> work)
    {
        var (began, processor) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var made = await work();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {Stopwatch.GetElapsedTime(began).TotalMilliseconds:0} ms, "
            + $"{(Environment.CpuUsage.TotalTime - processor).TotalMilliseconds:0} ms of processor time"));
        return made;
    }

    private static ServiceProvider Open(StorageSettings settings, CatalogMemory memory) => new ServiceCollection().AddSingleton(memory)
        .AddApplication().AddStorage(settings, new SqliteProvider(), new PostgreSqlProvider()).BuildServiceProvider();
}
