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

namespace FashionRecs.Benchmarks.Pairings;

/// <summary>
/// How long pairings take in a large shop: <c>pairings [products 10000] [shoppers 5000]</c>. The page itself waits for none of it but the
/// start page's last line.
/// </summary>
internal static class PairingMeasurement
{
    private const int ChoicesEach = 6;
    private const int DescriptionWords = 22;

    public static async Task RunAsync(string[] options)
    {
        var (products, shoppers) = (Number(options, 0, 10_000), Number(options, 1, 5_000));
        var folder = Directory.CreateTempSubdirectory("fashionrecs-pairings-").FullName;
        try
        {
            await using var services = new ServiceCollection().AddLogging()
                .AddSingleton(new CrowdOptions { Least = 2, LeastAgeHours = 0, OncePerOrigin = false }).AddApplication()
                .AddSqliteStorage(storage => storage.DatabasePath = Path.Combine(folder, "shop.db")).BuildServiceProvider();
            var random = new Random(5);
            await FillAsync(services, products, shoppers, random);
            await MeasureAsync(services, products, random);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(ServiceProvider services, int products, Random random)
    {
        var (pairings, shop) = (services.GetRequiredService<PairingService>(), services.GetRequiredService<ShopService>());
        await shop.CatalogAsync();
        var (began, worked) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        await services.GetRequiredService<PairingCache>().GetAsync();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{"learning from all choices, behind the pages",-52} {Elapsed(began):0} ms, "
                + $"{(Environment.CpuUsage.TotalTime - worked).TotalMilliseconds:0} ms of processor time"));

        var (shopper, answers, likes, homes) = (Guid.NewGuid(), new List<double>(), new List<double>(), new List<double>());
        for (var like = 0; like < 30; like++)
        {
            began = Stopwatch.GetTimestamp();
            var profile =
                await shop.RecordAsync(new ShopperEvent(Guid.NewGuid(), shopper, PreferenceSignal.Like, Id(random.Next(products))));
            likes.Add(Elapsed(began));
            began = Stopwatch.GetTimestamp();
            await pairings.NewestAsync(PairingQuestion.Of(profile)!);
            answers.Add(Elapsed(began));
            began = Stopwatch.GetTimestamp();
            (await shop.OpenAsync(shopper)).Home(like);
            homes.Add(Elapsed(began));
        }

        Say("a like, as the shop answers it", likes);
        Say("what goes with all likes, from the like to the row", answers);
        Say("rows of the start page, ranked and explained by the one sum", homes);
        Console.WriteLine(FormattableString.Invariant($"{"memory of the process",-52} {Environment.WorkingSet / 1e6:0} MB"));
    }

    private static async Task FillAsync(IServiceProvider services, int products, int shoppers, Random random)
    {
        var vocabulary = services.GetRequiredService<AttributeVocabulary>();
        await services.GetRequiredService<ICatalogStore>()
            .SaveAsync([.. Enumerable.Range(0, products).Select(number => Product(vocabulary, number, random))]);
        for (var shopper = 0; shopper < shoppers; shopper++)
        {
            var (who, corner) = (Guid.NewGuid(), random.Next(20));
            await services.GetRequiredService<IShopperStore>()
                .AppendAsync([.. Enumerable.Range(0, ChoicesEach).Select(_ => (new ShopperEvent(
                Guid.NewGuid(), who, PreferenceSignal.Like,
                Id(((int)(products / 20 * Math.Pow(random.NextDouble(), 2)) * 20 % products) + corner)), (ItemVector?)null))]);
        }

        Console.WriteLine(
            $"{products} products, {shoppers} shoppers with {ChoicesEach} choices each, {Environment.ProcessorCount} cores shared with "
                + $"other work");
    }

    private static (Product, PredictedTags?) Product(AttributeVocabulary vocabulary, int number, Random random)
    {
        var readings = vocabulary.Attributes.Select(attribute =>
        {
            var top = attribute.Values[random.Next(attribute.Values.Count)];
            return new ProjectedAttribute(attribute, [.. attribute.Values.Select(value => value == top ? 0.9f : 0.02f)],
                new PartRegion(new PixelBox(10, 10, 50, 50), 0.5f));
        });
        var product = new Product
        {
            Id = Id(number), Name = $"{Word(random)} {Word(random)} {number}", Type = Word(random, 40), Group = Word(random, 8),
            Section = Word(random, 12), Colour = Word(random, 30),
            Pattern = Word(random, 15), Price = random.Next(5, 150), Picture = $"{number:x64}", PictureWidth = 480, PictureHeight = 640,
            Description = string.Join(' ', Enumerable.Range(0, DescriptionWords).Select(_ => Word(random))),
        };
        return (product, new PredictedTags("drawn", [.. readings]));
    }

    /// <summary>Words as texts have them: few are frequent, most are rare.</summary>
    private static string Word(Random random, int of = 3_000)
    {
        var number = (int)(of * Math.Pow(random.NextDouble(), 3));
        return string.Concat(Enumerable.Range(0, 4).Select(place => (char)('a' + (number / (int)Math.Pow(26, place) % 26))));
    }

    private static string Id(int number) => $"p{number:000000}";

    private static int Number(string[] options, int place, int otherwise) =>
        options.Length > place ? int.Parse(options[place], CultureInfo.InvariantCulture) : otherwise;

    private static double Elapsed(long began) => Stopwatch.GetElapsedTime(began).TotalMilliseconds;

    private static void Say(string what, List<double> times)
    {
        times.Sort();
        Console.WriteLine(
            FormattableString.Invariant(
            $"{what,-52} median {times[times.Count / 2]:0.0} ms, 95 % within {times[times.Count * 95 / 100]:0.0} ms"));
    }
}
