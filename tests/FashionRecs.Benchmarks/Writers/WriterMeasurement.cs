using System.Diagnostics;
using System.Globalization;
using FashionRecs.Application;
using FashionRecs.Application.Catalog;
using FashionRecs.Application.Privacy;
using FashionRecs.Application.Shop;
using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Preferences;
using FashionRecs.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Benchmarks.Writers;

/// <summary>
/// How long a click waits while much is deleted and overwritten: <c>writers [megabytes 300]</c>. A file of SQLite is filled with events,
/// and one shopper likes something every ten milliseconds while another with many events deletes everything, what is old is removed, and the
/// files are emptied of what was deleted.
/// </summary>
internal static class WriterMeasurement
{
    /// <summary>The longest that a click may wait, in milliseconds.</summary>
    private const double Allowed = 250;

    /// <summary>Events of the shopper who deletes everything: more than the shop keeps of anybody.</summary>
    private const int Many = 40_000;

    /// <summary>Returns 0 where no click waited longer than allowed.</summary>
    public static async Task<int> RunAsync(string[] options)
    {
        var megabytes = options.Length > 0 ? int.Parse(options[0], CultureInfo.InvariantCulture) : 300;
        var folder = Directory.CreateTempSubdirectory("fashionrecs-writers-").FullName;
        var path = Path.Combine(folder, "shop.db");
        try
        {
            await using var services = new ServiceCollection().AddLogging().AddApplication()
                .AddSqliteStorage(storage => storage.DatabasePath = path).BuildServiceProvider();
            var (heavy, joining) = (Guid.NewGuid(), Guid.NewGuid());
            await FillAsync(services, path, heavy, joining, megabytes);
            var (shop, store, database) = (services.GetRequiredService<ShopService>(), services.GetRequiredService<IRetentionStore>(),
                services.GetRequiredService<IShopDatabase>());
            var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
            var worst = 0.0;
            await MeasureAsync("nothing else", () => Task.Delay(3_000));
            await MeasureAsync($"a history of {Many} events joins an account", () => shop.MergeAsync(joining, Guid.NewGuid()), counts: false);
            await MeasureAsync($"a shopper with {Many} events deletes everything", () => shop.DeleteAsync(heavy));
            await MeasureAsync("the files are emptied of it", () => database.RewriteAsync());
            await MeasureAsync("half of all events are too old", () => store.RemoveEventsAsync(now - TimeSpan.FromDays(30)));
            await MeasureAsync("the files are emptied of them", () => database.RewriteAsync());
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"longest wait {worst:0} ms, {Allowed:0} allowed"));
            return worst <= Allowed ? 0 : 1;

            async Task MeasureAsync(string what, Func<Task> act, bool counts = true)
            {
                using var end = new CancellationTokenSource();
                var clicking = ClickAsync(shop, end.Token);
                var began = Stopwatch.GetTimestamp();
                await act();
                var took = Stopwatch.GetElapsedTime(began);
                await end.CancelAsync();
                var waits = await clicking;
                worst = counts && waits.Count > 0 ? Math.Max(worst, waits[^1]) : worst;
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{what,-52} took {took.TotalSeconds,6:0.0} s; {waits.Count,5} clicks, median {At(waits, .5),6:0.0} ms, 99 % {At(waits, .99),6:0.0} ms, longest {At(waits, 1),6:0.0} ms"));
            }
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<List<double>> ClickAsync(ShopService shop, CancellationToken end)
    {
        var (shopper, waits) = (Guid.NewGuid(), new List<double>());
        while (!end.IsCancellationRequested)
        {
            var began = Stopwatch.GetTimestamp();
            await shop.RecordAsync(new ShopperEvent(Guid.NewGuid(), shopper, PreferenceSignal.Like, "p0"), CancellationToken.None);
            waits.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            await Task.Delay(10, CancellationToken.None);
        }

        waits.Sort();
        return waits;
    }

    /// <summary>Products and events are made by the shop once, and multiplied by the database.</summary>
    private static async Task FillAsync(IServiceProvider services, string path, Guid heavy, Guid joining, int megabytes)
    {
        await services.GetRequiredService<ICatalogStore>().SaveAsync(
            new Product { Id = "p0", Name = "Product", Picture = new string('0', 64), PictureWidth = 3, PictureHeight = 4 }, null);
        var item = (await services.GetRequiredService<ShopService>().CatalogAsync()).Items[0];
        await services.GetRequiredService<IShopperStore>()
            .AppendAsync([(new ShopperEvent(Guid.NewGuid(), heavy, PreferenceSignal.View, "p0"), (ItemVector?)item.Vector)]);
        var old = services.GetRequiredService<TimeProvider>().GetUtcNow().AddDays(-60).ToUnixTimeMilliseconds();
        await using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        await connection.OpenAsync();
        await ExecuteAsync(connection, Copies(heavy, Many, 0, fromHeavy: true));
        await ExecuteAsync(connection, Copies(joining, Many, 0, fromHeavy: true));
        while (new FileInfo(path).Length < megabytes * 1_000_000L)
        {
            // Old and new in turns, as from shops whose clock was moved, which is worse than all of the old in one place.
            await ExecuteAsync(connection, Copies(null, 50_000, old, fromHeavy: false));
            await ExecuteAsync(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{new FileInfo(path).Length / 1e6:0} MB, {Environment.ProcessorCount} cores shared with other work"));

        string Copies(Guid? shopper, int count, long at, bool fromHeavy) =>
            $"""
             WITH RECURSIVE numbers(number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM numbers WHERE number < {count}),
             drawn AS (SELECT number, upper(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-'
                 || hex(randomblob(2)) || '-' || hex(randomblob(6))) AS "New" FROM numbers)
             INSERT INTO "Events" ("Id", "Shopper", "Signal", "ProductId", "Amounts", "Vocabulary", "VocabularyVersion", "AtMilliseconds")
             SELECT "New", {(shopper is { } who ? $"'{who.ToString().ToUpperInvariant()}'" : "\"New\"")}, "Signal", "ProductId", "Amounts", "Vocabulary",
                 "VocabularyVersion", {(fromHeavy ? "\"AtMilliseconds\"" : $"CASE WHEN number % 2 = 0 THEN {at} ELSE \"AtMilliseconds\" END")}
             FROM drawn, (SELECT * FROM "Events" LIMIT 1)
             """;
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }

    private static double At(List<double> sorted, double part) =>
        sorted.Count == 0 ? 0 : sorted[Math.Max(0, (int)Math.Ceiling(part * sorted.Count) - 1)];
}
