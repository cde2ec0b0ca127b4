using FashionRecs.Storage;
using FashionRecs.Tests.Databases;

namespace FashionRecs.Benchmarks.Scale;

/// <summary>One run with a database of its own.</summary>
internal sealed class ScaleRun : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("fashionrecs-scale-").FullName;
    private readonly PostgreSqlProcess? server;
    private readonly StorageSettings storage;
    private ScaledShop? shop;

    public ScaleRun(string provider)
    {
        server = provider == "PostgreSQL" ? new PostgreSqlProcess(keepsPromises: true) : null;
        storage = server is null ? new StorageSettings { Provider = "Sqlite", DatabasePath = Path.Combine(folder, "shop.db") }
            : new StorageSettings { Provider = "PostgreSql", ConnectionString = server.Text("postgres"), Folder = folder };
    }

    /// <summary>Ends one of the servers as kill -9 does.</summary>
    public void KillOne() => shop!.KillOne();

    /// <summary>Kills PostgreSQL and starts it again.</summary>
    public void RestartDatabase()
    {
        server!.Stop();
        server.Start();
    }

    /// <summary>Lets shoppers click.</summary>
    /// <param name="count">Servers.</param>
    /// <param name="shoppers">How many.</param>
    /// <param name="seconds">How long it counts.</param>
    /// <param name="pause">Seconds between two clicks of a shopper.</param>
    /// <param name="warmUp">Seconds before.</param>
    /// <param name="share">Part of a core for each server; 0 for no limit.</param>
    /// <param name="beside">What happens meanwhile.</param>
    public async Task<Scaled> RunAsync(
        int count, int shoppers, int seconds, double pause, double warmUp, double share, Func<ScaleTally, Task> beside)
    {
        shop = await ScaledShop.StartAsync(storage, count);
        var all = Enumerable.Range(0, shoppers).Select(number => new ScaleShopper(shop.Address, number, TimeSpan.FromSeconds(pause)))
            .ToArray();
        // Compiled and filled caches first, with all the time there is.
        using (var warm = new CancellationTokenSource(TimeSpan.FromSeconds(warmUp)))
        {
            await Task.WhenAll(all.Select(shopper => shopper.ShopAsync(new ScaleTally(), warm.Token)));
        }

        shop.Limit(share);
        var tally = new ScaleTally();
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(warmUp + seconds));
        await Task.WhenAll([beside(tally), .. all.Select(shopper => shopper.ShopAsync(tally, end.Token))]);
        var until = tally.Now;
        shop.Limit(0);
        var compared = new List<(int Confirmed, int Lost, int Twice)>();
        foreach (var shopper in all)
        {
            compared.Add(await shopper.CompareAsync());
            shopper.Dispose();
        }

        return new Scaled(
            tally, until, tally.Rate(true, warmUp, until), tally.Rate(false, warmUp, until), tally.Percentile(0.5, warmUp, until),
            tally.Percentile(0.95, warmUp, until), tally.Errors, compared.Sum(one => one.Confirmed), compared.Sum(one => one.Lost),
            compared.Sum(one => one.Twice));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        shop?.Dispose();
        server?.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
