using System.Diagnostics;
using System.Globalization;
using FashionRecs.Application;
using FashionRecs.Application.Catalog;
using FashionRecs.Application.Complements;
using FashionRecs.Application.Shop;
using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Preferences;
using FashionRecs.Domain.Projection;
using FashionRecs.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Benchmarks.Histories;

/// <summary>How long a shopper with a long history waits: <c>history [events 100000] [products 2000]</c>.</summary>
internal static class HistoryMeasurement
{
    private const int Repetitions = 20;

    public static async Task RunAsync(string[] options)
    {
        var (events, products) = (Number(options, 0, 100_000), Number(options, 1, 2_000));
        var folder = Directory.CreateTempSubdirectory("fashionrecs-history-").FullName;
        try
        {
            await using var services = new ServiceCollection().AddLogging()
                .AddSingleton(new CrowdOptions { Least = 2, LeastAgeHours = 0, OncePerOrigin = false }).AddApplication()
                .AddSqliteStorage(storage => storage.DatabasePath = Path.Combine(folder, "shop.db")).BuildServiceProvider();
            var shopper = Guid.NewGuid();
            await FillAsync(services, shopper, events, products);
            await MeasureAsync(services.GetRequiredService<ShopService>(), shopper);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(ShopService shop, Guid shopper)
    {
        await shop.CatalogAsync();
        var began = Stopwatch.GetTimestamp();
        (await shop.OpenAsync(shopper)).Home();
        Console.WriteLine(FormattableString.Invariant($"{"the first start page",-52} {Elapsed(began):0} ms"));

        var (homes, likes, openings, undoings, styles) = (new List<double>(), new List<double>(), new List<double>(), new List<double>(),
            new List<double>());
        for (var time = 0; time < Repetitions; time++)
        {
            var product = $"p{time:00000}";
            await TimeAsync(homes, async () => (await shop.OpenAsync(shopper)).Home(time));
            await TimeAsync(styles, async () => (await shop.OpenAsync(shopper)).Learned());
            await shop.RecordAsync(new ShopperEvent(Guid.NewGuid(), shopper, PreferenceSignal.View, product));
            await TimeAsync(openings, async () => (await shop.OpenAsync(shopper)).Explain(product));
            var like = new ShopperEvent(Guid.NewGuid(), shopper, PreferenceSignal.Like, product);
            await TimeAsync(likes, () => shop.RecordAsync(like));
            await TimeAsync(undoings, () => shop.UndoAsync(shopper, like.Id));
        }

        Say("a start page", homes);
        Say("My style", styles);
        Say("a product's page, just opened", openings);
        Say("a like", likes);
        Say("undoing it", undoings);
    }

    private static async Task TimeAsync(List<double> times, Func<Task> act)
    {
        var began = Stopwatch.GetTimestamp();
        await act();
        times.Add(Elapsed(began));
    }

    private static async Task FillAsync(IServiceProvider services, Guid shopper, int events, int products)
    {
        var (vocabulary, random) = (services.GetRequiredService<AttributeVocabulary>(), new Random(3));
        await services.GetRequiredService<ICatalogStore>()
            .SaveAsync([.. Enumerable.Range(0, products).Select(number => Product(vocabulary, number, random))]);
        var items = (await services.GetRequiredService<ShopService>().CatalogAsync()).Items;
        PreferenceSignal[] signals = [PreferenceSignal.View, PreferenceSignal.Skipped, PreferenceSignal.Skipped, PreferenceSignal.View,
            PreferenceSignal.Like];
        for (var from = 0; from < events; from += 10_000)
        {
            await services.GetRequiredService<IShopperStore>()
                .AppendAsync([.. Enumerable.Range(from, Math.Min(10_000, events - from)).Select(at =>
            {
                var item = items[random.Next(items.Count)];
                return (new ShopperEvent(Guid.NewGuid(), shopper, signals[at % signals.Length], item.Product.Id, Position: at % 24),
                    (ItemVector?)item.Vector);
            })]);
        }

        Console.WriteLine($"{events} events, {products} products, {Environment.ProcessorCount} cores shared with other work, {Repetitions} times each");
    }

    private static (Product, PredictedTags?) Product(AttributeVocabulary vocabulary, int number, Random random)
    {
        var readings = vocabulary.Attributes.Select(attribute =>
        {
            var top = attribute.Values[random.Next(attribute.Values.Count)];
            return new ProjectedAttribute(attribute, [.. attribute.Values.Select(value => value == top ? 0.95f : 0.01f)],
                new PartRegion(new PixelBox(10, 10, 50, 50), 0.5f));
        });
        return (
            new Product
            {
                Id = $"p{number:00000}", Name = $"Product {number}", Type = $"Type {number % 20}", Colour = $"Colour {number % 12}",
                    Price = 5 + (number % 90),
                Picture = $"{number:x64}", PictureWidth = 480, PictureHeight = 640,
                    Description = $"A piece of kind {(char)('a' + (number % 26))}abc.",
            },
            new PredictedTags("drawn", [.. readings]));
    }

    private static int Number(string[] options, int place, int otherwise) =>
        options.Length > place ? int.Parse(options[place], CultureInfo.InvariantCulture) : otherwise;

    private static double Elapsed(long began) => Stopwatch.GetElapsedTime(began).TotalMilliseconds;

    private static void Say(string what, List<double> times)
    {
        times.Sort();
        Console.WriteLine(FormattableString.Invariant($"{what,-52} median {times[times.Count / 2]:0.0} ms, slowest {times[^1]:0.0} ms"));
    }
}
