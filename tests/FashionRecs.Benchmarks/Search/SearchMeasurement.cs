using System.Globalization;
using System.Text.Json;
using FashionRecs.Application;
using FashionRecs.Application.Catalog;
using FashionRecs.Application.Seeding;
using FashionRecs.Application.Shop;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Projection;
using FashionRecs.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Benchmarks.Search;

/// <summary>
/// How long a search takes on a large catalog, in processor time: the drawn catalog many times over, every copy under words of its own.
/// Beside it, what SQLite's full-text search takes to find the same words, which then still lacks everything else a page needs.
/// </summary>
internal static class SearchMeasurement
{
    private static readonly string[] Queries =
    [
        "v neck black dress under 40", "black dress", "dress", "swaeter", "floral midi dress", "satin blouse long sleeves",
        "Kleid ohne Ärmel schwarz", "黑色V领连衣裙",
        "warm knit boots scarf", "dress without sleeves not black", "jumper or cardigan between 20 and 60", "linen dress", "asdfgh qwertz",
        "crisp cotton stripes roomy underneath", "",
    ];

    private static readonly string[] Beginnings = ["b", "bl", "black d", "off the sh", "v n", "kl", "连", "swea", "floral dress with l"];

    private static readonly string[] Texts = ["satin", "warm knit", "crisp cotton stripes", "boots scarf", "roomy underneath"];

    public static async Task RunAsync(string[] options)
    {
        var products = options is [var given, ..] ? int.Parse(given, CultureInfo.InvariantCulture) : 100_000;
        using var folder = new Scratch();
        await using var services = new ServiceCollection().AddLogging().AddApplication()
            .AddSqliteStorage(storage => storage.DatabasePath = Path.Combine(folder.Path, "shop.db")).BuildServiceProvider();
        await FillAsync(services, products);
        var shop = await services.GetRequiredService<ShopService>().OpenAsync(Guid.NewGuid());
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var built = Processor(() => shop.Browse(new CatalogQuery { Words = "dress" }));
        var held = GC.GetTotalMemory(forceFullCollection: true) - before;
        Console.WriteLine($"{products} products; index built in {built / 1000:0.0} s of processor time, {held / 1048576.0:0} MB");

        var all = new List<double>();
        foreach (var query in Queries)
        {
            var times = Repeat(() => shop.Browse(new CatalogQuery { Words = query }));
            all.AddRange(times);
            Console.WriteLine($"  {Median(times),6:0.0} ms  {times.Max(),6:0.0} at most  {(query.Length == 0 ? "(the whole catalog)" : query)}");
        }

        Console.WriteLine($"search: median {Median(all):0.0} ms, 95 % within {all.Order().ElementAt((int)(all.Count * .95)):0.0} ms of processor time; n = {all.Count}");
        var completed = new List<double>();
        foreach (var beginning in Beginnings)
        {
            completed.AddRange(Repeat(() =>
                services.GetRequiredService<ShopService>().SuggestAsync(beginning, "en").GetAwaiter().GetResult()));
        }

        Console.WriteLine($"suggestions: median {Median(completed):0.0} ms, 95 % within {completed.Order().ElementAt((int)(completed.Count * .95)):0.0} ms; n = {completed.Count}");
        FullTextOfSqlite(shop.Catalog, Path.Combine(folder.Path, "words.db"));
    }

    /// <summary>
    /// The same texts in SQLite's FTS5, ordered by its own relevance: the part of a search that a database could take over.
    /// </summary>
    private static void FullTextOfSqlite(CatalogSnapshot catalog, string path)
    {
        using var connection = new SqliteConnection($"Data Source={path}");
        connection.Open();
        var built = Processor(() =>
        {
            Execute(connection, "CREATE VIRTUAL TABLE words USING fts5(name, text, tokenize = 'porter unicode61')");
            using var transaction = connection.BeginTransaction();
            using var insert = connection.CreateCommand();
            insert.CommandText = "INSERT INTO words(rowid, name, text) VALUES ($id, $name, $text)";
            foreach (var (item, number) in catalog.Items.Select((item, number) => (item, number)))
            {
                insert.Parameters.Clear();
                insert.Parameters.AddWithValue("$id", number);
                insert.Parameters.AddWithValue("$name", item.Product.Name);
                insert.Parameters.AddWithValue("$text",
                    $"{item.Product.Type} {item.Product.Colour} {item.Product.Pattern} {item.Product.Description}");
                insert.ExecuteNonQuery();
            }

            transaction.Commit();
        });
        Console.WriteLine($"SQLite FTS5: built in {built / 1000:0.0} s of processor time, {new FileInfo(path).Length / 1048576.0:0} MB");
        foreach (var text in Texts)
        {
            var all = Repeat(() => Read(connection, "SELECT rowid FROM words WHERE words MATCH $asked", text));
            var ranked = Repeat(() => Read(connection, "SELECT rowid FROM words WHERE words MATCH $asked ORDER BY rank LIMIT 24", text));
            Console.WriteLine($"  {Median(all),6:0.0} ms for all places (what counts need), {Median(ranked),6:0.0} ms for 24 by relevance  {text}");
        }
    }

    private static void Execute(SqliteConnection connection, string text)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }

    private static int Read(SqliteConnection connection, string text, string asked)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        command.Parameters.AddWithValue("$asked", asked);
        using var reader = command.ExecuteReader();
        var count = 0;
        while (reader.Read())
        {
            count++;
        }

        return count;
    }

    private static async Task FillAsync(ServiceProvider services, int products)
    {
        var vocabulary = services.GetRequiredService<AttributeVocabulary>();
        var drawn = File.ReadLines(Path.Combine(SeedCatalog.ShippedFolder, "products.jsonl"))
            .Select(line => JsonDocument.Parse(line).RootElement).ToArray();
        var random = new Random(19);
        for (var start = 0; start < products; start += 10_000)
        {
            await services.GetRequiredService<ICatalogStore>().SaveAsync(
                [.. Enumerable.Range(start, Math.Min(10_000, products - start))
                    .Select(number => Garment(vocabulary, drawn[number % drawn.Length], number, random))]);
        }
    }

    private static (Product Product, PredictedTags? Predicted) Garment(AttributeVocabulary vocabulary, JsonElement drawn, int number,
        Random random)
    {
        string Text(string name) => drawn.GetProperty(name).GetString()!;
        var product = new Product
        {
            Id = $"p{number:000000}", Name = $"{Text("name")} {Word(random)}", Type = Text("type"), Section = Text("section"),
            Colour = Text("colour"), Pattern = Text("pattern"),
            Price = drawn.GetProperty("price").GetDecimal() + (number % 17),
            Description = $"{Text("description")} {Word(random)} {Word(random)}.",
            Picture = $"{number:x64}", PictureWidth = 480, PictureHeight = 640,
        };
        var readings = vocabulary.Attributes.Select(attribute =>
        {
            var value = attribute.Values.Single(value => value.Code == drawn.GetProperty("values").GetProperty(attribute.Code).GetString());
            return new ProjectedAttribute(attribute, [.. attribute.Values.Select(other => other == value ? .95f : .01f)]);
        });
        return (product, new PredictedTags("drawn", [.. readings]));
    }

    /// <summary>One of some twenty thousand made-up names.</summary>
    private static string Word(Random random) =>
        string.Concat(Enumerable.Range(0, 3)
        .Select(_ => $"{"bdfgklmnprstvz"[random.Next(14)]}{"aeiou"[random.Next(5)]}"))[..(5 + random.Next(2))];

    private static List<double> Repeat(Action action) => [.. Enumerable.Range(0, 21).Select(_ => Processor(action)).Skip(1)];

    /// <summary>Processor time in milliseconds of the whole process, which others on the machine do not lengthen.</summary>
    private static double Processor(Action action)
    {
        var before = Environment.CpuUsage.TotalTime;
        action();
        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
    }

    private static double Median(IEnumerable<double> times) => times.Order().ElementAt(times.Count() / 2);

    private sealed class Scratch : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("fashionrecs-search-").FullName;

        public void Dispose()
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(Path, recursive: true);
        }
    }
}
