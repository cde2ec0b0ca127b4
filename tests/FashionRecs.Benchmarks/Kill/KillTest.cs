using System.Diagnostics;
using System.Globalization;
using FashionRecs.Application.CatalogImport;
using FashionRecs.Application.Research;
using FashionRecs.Application.Shoppers;
using FashionRecs.Storage;
using FashionRecs.Storage.Database;
using FashionRecs.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Benchmarks.Kill;

/// <summary>
/// Kills the server again and again (kill -9) while shoppers click, a reviewer reviews, an experiment is logged and an import runs, and
/// then compares what was confirmed with what is stored: <c>kill [rounds 25] [seconds 3] [postgresql] [pictures]</c>. The database is a
/// SQLite file of its own, with <c>postgresql</c> a server of its own on a loopback port, or what the environment names
/// (<c>Storage__ConnectionString</c> and so on), which has to be empty.
/// </summary>
internal static class KillTest
{
    private const int Shoppers = 4;
    private const int Pictures = 60;
    private const string PostgreSql = "postgresql";
    private static readonly TimeSpan ImportLimit = TimeSpan.FromMinutes(4);

    /// <summary>Nobody waits longer for those who write to see that it is over.</summary>
    private static readonly TimeSpan EndLimit = TimeSpan.FromMinutes(1);

    /// <summary>Returns 0 where nothing was lost or doubled.</summary>
    public static async Task<int> RunAsync(string[] options)
    {
        var named = StorageSettings.OfEnvironment();
        if (!options.Contains(PostgreSql))
        {
            return await RunAsync(options, named);
        }

        using var server = new PostgreSqlProcess(keepsPromises: true);
        return await RunAsync([.. options.Where(option => option != PostgreSql)],
            named with { Provider = "PostgreSql", ConnectionString = server.Text("postgres") });
    }

    private static async Task<int> RunAsync(string[] options, StorageSettings named)
    {
        var rounds = options.Length > 0 ? int.Parse(options[0], CultureInfo.InvariantCulture) : 25;
        var up = TimeSpan.FromSeconds(options.Length > 1 ? int.Parse(options[1], CultureInfo.InvariantCulture) : 3);
        var folder = Directory.CreateTempSubdirectory("fashionrecs-kill-").FullName;
        var settings = named.ConnectionString is null
            ? new StorageSettings { Provider = "Sqlite", DatabasePath = Path.Combine(folder, "shop.db") } : named with { Folder = folder };
        using var shop = new KilledShop(settings);
        var writer = new KillWriter(await shop.FillAsync());
        var import = await shop.HandInAsync(Directory.GetFiles(options.Length > 2 ? options[2] : Seed()).Order().Take(Pictures));

        using var end = new CancellationTokenSource();
        using var done = new CancellationTokenSource();
        var pressing = PressAsync(shop, import, done.Token);
        var shoppers = Enumerable.Range(0, Shoppers).Select(_ => Guid.NewGuid()).ToArray();
        Task[] writing = [.. shoppers.Select(shopper => writer.ClickAsync(shopper, end.Token)), writer.ReviewAsync(end.Token),
            writer.TakePartAsync(end.Token)];
        var starts = new List<double>();
        for (var round = 0; round < rounds; round++)
        {
            var began = Stopwatch.GetTimestamp();
            using var server = await KilledServer.StartAsync(Environment(settings, folder));
            starts.Add(Stopwatch.GetElapsedTime(began).TotalSeconds);
            writer.Address = server.Address;
            await Task.WhenAny(Task.WhenAll(writing), Task.Delay(up));
            writer.Address = null;
            server.Kill();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"round {round + 1} of {rounds}: up after {starts[^1]:0.0} s, "
                + $"{writer.Confirmed} confirmed so far, {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s"));
        }

        using (var last = await KilledServer.StartAsync(Environment(settings, folder)))
        {
            // What was under way is sent again, and then nobody writes any more, which leaves the time to the import.
            writer.Address = last.Address;
            await Task.WhenAny(Task.WhenAll(writing), Task.Delay(up));
            await end.CancelAsync();
            await Task.WhenAll(writing.Select(task => task.ContinueWith(_ => { }, TaskScheduler.Default))).WaitAsync(EndLimit);
            if (writing.FirstOrDefault(task => task.IsFaulted)?.Exception is { } wrong)
            {
                Console.WriteLine(wrong.InnerException!.Message);
                return 1;
            }

            var state = await DoneAsync(shop, import);
            await done.CancelAsync();
            await pressing.ContinueWith(_ => { }, TaskScheduler.Default);
            starts.Sort();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{settings.Provider}: {rounds} kills, {up.TotalSeconds:0} s up each, median start {starts[starts.Count / 2]:0.0} s"));
            var isWhole = await CompareAsync(shop, writer, shoppers) & await CompareImportAsync(shop, import, state);
            last.Kill();
            Directory.Delete(folder, recursive: true);
            return isWhole ? 0 : 1;
        }
    }

    private static async Task<bool> CompareAsync(KilledShop shop, KillWriter writer, Guid[] shoppers)
    {
        var (confirmed, lost, twice) = (0, 0, 0);
        foreach (var shopper in shoppers)
        {
            var kept = new List<Guid>();
            await foreach (var logged in shop.Get<IShopperStore>().LogAsync(shopper))
            {
                kept.Add(logged.Id);
            }

            var sent = writer.Events[shopper];
            confirmed += sent.Count;
            lost += sent.Except(kept).Count();
            twice += kept.Count - kept.Distinct().Count();
        }

        var reviews = await shop.Get<ShopDatabase>()
            .RunAsync(context => context.ReviewActs.Select(row => row.Id).ToListAsync());
        var outcomes = (await shop.Get<IExposureStore>().ReadAsync(KilledShop.Experiment)).Outcomes.Select(row => row.Id).ToArray();
        return Say("clicks", confirmed, lost, twice)
            & Say("reviews", writer.Reviews.Count, writer.Reviews.Except(reviews).Count(), reviews.Count - reviews.Distinct().Count())
            & Say("outcomes of the experiment", writer.Outcomes.Count, writer.Outcomes.Except(outcomes).Count(),
                outcomes.Length - outcomes.Distinct().Count());
    }

    private static bool Say(string what, int confirmed, int lost, int twice)
    {
        Console.WriteLine($"{what}: {confirmed} confirmed, {lost} lost, {twice} twice");
        return confirmed > 0 && lost == 0 && twice == 0;
    }

    private static async Task<bool> CompareImportAsync(KilledShop shop, Guid import, CatalogImportState? state)
    {
        var items = await shop.Get<ICatalogImportStore>().ItemsAsync(import);
        var taken = items.Where(item => item.IsTaken).Select(item => item.ProductId).ToArray();
        var twice = taken.Length - taken.Distinct().Count();
        Console.WriteLine($"import: {state}, {items.Count} of {Pictures} pictures, {taken.Length} taken, {twice} twice");
        return state == CatalogImportState.Done && items.Count == Pictures && twice == 0;
    }

    /// <summary>Presses the button once the preview is there, as a merchandiser would.</summary>
    private static async Task PressAsync(KilledShop shop, Guid import, CancellationToken end)
    {
        while (!await shop.Get<ICatalogImportStore>().MoveAsync(import, CatalogImportState.Running, [CatalogImportState.Ready],
            cancellation: end))
        {
            await Task.Delay(500, end);
        }
    }

    private static async Task<CatalogImportState?> DoneAsync(KilledShop shop, Guid import)
    {
        for (var began = Stopwatch.GetTimestamp(); ;)
        {
            var state = await shop.Get<ICatalogImportStore>().StateAsync(import);
            if (state is null || state.Value.IsOver() || Stopwatch.GetElapsedTime(began) > ImportLimit)
            {
                return state;
            }

            await Task.Delay(500);
        }
    }

    private static Dictionary<string, string> Environment(StorageSettings settings, string folder) => settings.ConnectionString is { } text
        ? new() { ["Storage__Provider"] = "PostgreSql", ["Storage__ConnectionString"] = text, ["Storage__Folder"] = folder }
        : new() { ["Storage__DatabasePath"] = settings.DatabasePath! };

    private static string Seed()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "FashionRecs.slnx")))
            {
                return Path.Combine(folder.FullName, "seed", "catalog", "pictures");
            }
        }

        throw new InvalidOperationException("Name a folder of pictures.");
    }
}
