using System.Diagnostics;
using System.Globalization;
using FashionRecs.Application;
using FashionRecs.Application.Files;
using FashionRecs.Application.Review;
using FashionRecs.Application.Shop;
using FashionRecs.Application.Shoppers;
using FashionRecs.Benchmarks.Review;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Preferences;
using FashionRecs.Domain.Projection;
using FashionRecs.Domain.Reviews.Annotations;
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

    /// <summary>Times that something is done whose median is printed.</summary>
    private const int Rounds = 15;

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

        await using (var shop = Open(settings, memory))
        {
            Console.WriteLine("the first start");
            var snapshot = await MeasureAsync(shop);
            await PagesAsync(shop, snapshot);
            Take(shop, snapshot);
            await KeptAsync(shop, snapshot);
        }

        await using (var next = Open(settings, memory))
        {
            Console.WriteLine("the next start");
            await MeasureAsync(next);
        }

        Directory.Delete(folder, recursive: true);
    }

    private static async Task<CatalogSnapshot> MeasureAsync(ServiceProvider shop)
    {
        await shop.GetRequiredService<IShopDatabase>().PrepareAsync();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var snapshot = await TimedAsync("read", () => shop.GetRequiredService<CatalogCache>().GetAsync());
        Each("the catalog", GC.GetTotalMemory(forceFullCollection: true) - before);
        var open = await shop.GetRequiredService<ShopService>().OpenAsync(Guid.NewGuid());
        await TimedAsync("the first list, with its index", () => Task.FromResult(open.Browse(new CatalogQuery())));
        await TimedAsync("the first search, with its words", () => Task.FromResult(open.Browse(new CatalogQuery { Words = "dress" })));
        Each("with all that is searched by", GC.GetTotalMemory(forceFullCollection: true) - before);
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"the process takes {process.WorkingSet64 / 1e6:0} MB, {process.PeakWorkingSet64 / 1e6:0} MB at most so far"));
        return snapshot;

        void Each(string what, long bytes) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what}, {snapshot.Items.Count} products: {bytes / (double)snapshot.Items.Count:0} bytes each, {bytes / 1e6:0} MB"));
    }

    /// <summary>What pages ask of the shop, without what draws them.</summary>
    private static async Task PagesAsync(ServiceProvider shop, CatalogSnapshot snapshot)
    {
        var (service, vocabulary, random) = (shop.GetRequiredService<ShopService>(), shop.GetRequiredService<AttributeVocabulary>(),
            new Random(3));
        var shopper = Guid.NewGuid();
        for (var like = 0; like < 8; like++)
        {
            await service.RecordAsync(new ShopperEvent(Guid.NewGuid(), shopper, PreferenceSignal.Like, Any()));
        }

        AttributeValue[] values = [.. vocabulary.Attributes.Select(attribute => attribute.VisibleValues.First())];
        await MedianAsync("home of somebody new", () => service.OpenAsync(Guid.NewGuid()), (open, round) => open.Home(round));
        await MedianAsync("home of somebody who likes 8", () => service.OpenAsync(shopper), (open, round) => open.Home(round));
        await MedianAsync("catalog without a filter", () => service.OpenAsync(shopper), (open, _) => open.Browse(new CatalogQuery()));
        await MedianAsync("catalog with two filters", () => service.OpenAsync(shopper), (open, round) => open.Browse(new CatalogQuery
        {
            Values = [values[round % values.Length], values[(round + 1) % values.Length]],
        }));
        await MedianAsync("a search", () => service.OpenAsync(shopper), (open, _) => open.Browse(new CatalogQuery { Words = "dress" }));
        await MedianAsync("product", () => service.OpenAsync(shopper), (open, _) =>
        {
            var id = Any();
            return (open.Explain(id), open.Similar(id, 8), open.InOtherColours(id), open.Offers(id), open.LengthOffers(id));
        });
        await MedianAsync("what changed, after a review", ReviewAsync,
            (of, _) => of.CatalogAsync().GetAwaiter().GetResult());
        await MedianAsync("catalog without a filter, after a review", ReviewAsync,
            (of, _) => of.OpenAsync(shopper).GetAwaiter().GetResult().Browse(new CatalogQuery()));

        async Task<ShopService> ReviewAsync()
        {
            var attribute = vocabulary.Attributes[random.Next(vocabulary.Attributes.Count)];
            await shop.GetRequiredService<IReviewStore>().SubmitAsync(new ReviewAct(Guid.NewGuid(), "ada", ReviewActKind.Say,
                attribute.English, [new ReviewChange(Any(), attribute, TagMarks.Choose(attribute.Values[0]))]));
            return service;
        }

        string Any() => snapshot.IdAt(random.Next(snapshot.Items.Count));
    }

    private static async Task MedianAsync<T>(string what, Func<Task<T>> before, Func<T, int, object?> work)
    {
        var (elapsed, processor) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            var prepared = await before();
            var (began, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            _ = work(prepared, round);
            elapsed.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            processor.Add((Environment.CpuUsage.TotalTime - used).TotalMilliseconds);
        }

        elapsed.Sort();
        processor.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {elapsed[Rounds / 2]:0.0} ms ({elapsed[^1]:0.0}), "
            + $"{processor[Rounds / 2]:0} ms of processor time ({processor[^1]:0}); median (largest) of {Rounds}"));
    }

    /// <summary>Waits until a large catalog is kept for the next start.</summary>
    private static async Task KeptAsync(ServiceProvider shop, CatalogSnapshot snapshot)
    {
        var file = Path.Combine(shop.GetRequiredService<ShopFolder>().Catalog, "columns");
        for (var waited = 0; !snapshot.IsHeld && !File.Exists(file) && waited < 600; waited++)
        {
            await Task.Delay(100);
        }
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
