using System.Diagnostics;
using System.Globalization;
using FashionRecs.Application;
using FashionRecs.Application.Review.Grid;
using FashionRecs.Application.Review.Queue;
using FashionRecs.Application.Shop;
using FashionRecs.Domain.Attributes;
using FashionRecs.Storage.Sqlite;
using FashionRecs.Web.Merchandising.Review;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Benchmarks.Review;

/// <summary>
/// Fills a database with a large catalog and does what a reviewer does with it: <c>review [products 100000]</c>. From a key to the next
/// product at most 300 ms are promised; the picture itself is in the browser already.
/// </summary>
internal static class ReviewMeasurement
{
    private const double Promise = 300;
    private const string Reviewer = "ada";

    /// <summary>Returns 0 where the 95th percentile of a key holds the promise.</summary>
    public static async Task<int> RunAsync(string[] options)
    {
        var products = options.Length > 0 ? int.Parse(options[0], CultureInfo.InvariantCulture) : 100_000;
        var folder = Directory.CreateTempSubdirectory("fashionrecs-review-").FullName;
        try
        {
            await using var services = new ServiceCollection().AddLogging().AddApplication()
                .AddSqliteStorage(storage => storage.DatabasePath = Path.Combine(folder, "shop.db")).BuildServiceProvider();
            await LargeCatalog.FillAsync(services, products);
            Console.WriteLine(
                $"{products} products, {LargeCatalog.Reviewed} of them reviewed by two people, {Environment.ProcessorCount} cores shared "
                    + $"with other work");
            return await MeasureAsync(services);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>What the page asks: the counts of all values, a page of regions, and what people said of them.</summary>
    private static async Task<int> GridAsync(RegionGrid grid, AttributeValue value, AttributeVocabulary vocabulary)
    {
        await grid.CountAsync(vocabulary);
        var (cells, _) = await grid.FindAsync(value, new HashSet<string>(), 48);
        await grid.SaidAsync(value.Attribute, cells.Select(cell => cell.Item.Product.Id));
        return cells.Count == 48 ? 48 : throw new InvalidDataException("The page is not full.");
    }

    private static async Task<int> MeasureAsync(IServiceProvider services)
    {
        var (queue, vocabulary) = (services.GetRequiredService<ReviewQueue>(), services.GetRequiredService<AttributeVocabulary>());
        var neckline = vocabulary["neckline_design"];
        await TimedAsync("the catalog into memory, once per start",
            async () => await services.GetRequiredService<CatalogCache>().GetAsync());
        await TimedAsync("first opening of the queue", () => queue.FindAsync(new ReviewFilter(), Reviewer));
        await TimedAsync("opening it again", () => queue.FindAsync(new ReviewFilter(), Reviewer));
        await TimedAsync("filtered by attribute", () => queue.FindAsync(new ReviewFilter { Attribute = neckline }, Reviewer));
        await TimedAsync("filtered by value",
            () => queue.FindAsync(new ReviewFilter { Attribute = neckline, Value = neckline.Values[1], State = ReviewState.All },
            Reviewer));
        await TimedAsync("filtered by conflict", () => queue.FindAsync(new ReviewFilter { State = ReviewState.Conflict }, Reviewer));
        var grid = services.GetRequiredService<RegionGrid>();
        await TimedAsync("first screen of the grid of regions", () => GridAsync(grid, neckline.Values[1], vocabulary));
        await TimedAsync("the same again", () => GridAsync(grid, neckline.Values[1], vocabulary));
        await TimedAsync("filtered by words, by name",
            () => queue.FindAsync(new ReviewFilter { Words = "dress 7", State = ReviewState.All, Order = ReviewOrder.Name }, Reviewer));

        var desk = new ReviewSession(
            ActivatorUtilities.CreateInstance<ReviewTaskLoader>(services),
            services.GetRequiredService<FashionRecs.Application.Review.IReviewStore>(),
            ActivatorUtilities.CreateInstance<ReviewPresence>(services), vocabulary, Reviewer,
            await queue.FindAsync(new ReviewFilter(), Reviewer));
        await desk.OpenAsync(desk.Queue[0].Place.Item.Product.Id);
        var keys = new List<double>();
        for (var press = 0; press < 60; press++)
        {
            var began = Stopwatch.GetTimestamp();
            await desk.ActAsync("accept-all", Guid.NewGuid());
            await desk.OpenAsync(desk.Destination!);
            keys.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        keys.Sort();
        Console.WriteLine(
            FormattableString.Invariant(
            $"{"from a key to the next product, server's part",-48} median {keys[30]:0.0} ms, 95th percentile {keys[57]:0.0} ms"));
        await TimedAsync("the catalog, after those reviews", async () => await services.GetRequiredService<CatalogCache>().GetAsync());
        await TimedAsync("opening the queue after those reviews", () => queue.FindAsync(new ReviewFilter(), Reviewer));
        await desk.ActAsync("accept-all", Guid.NewGuid());
        await TimedAsync("opening the queue after one more", () => queue.FindAsync(new ReviewFilter(), Reviewer));
        Console.WriteLine(FormattableString.Invariant($"{"memory of the process",-48} {Environment.WorkingSet / 1e6:0} MB"));
        return keys[57] <= Promise ? 0 : 1;
    }

    private static async Task TimedAsync<T>(string what, Func<Task<T>> act)
    {
        var began = Stopwatch.GetTimestamp();
        var result = await act();
        var count = result is IReadOnlyCollection<QueueEntry> found ? $" ({found.Count} products)" : "";
        Console.WriteLine(FormattableString.Invariant($"{what,-48} {Stopwatch.GetElapsedTime(began).TotalMilliseconds:0} ms{count}"));
    }
}
