using System.Diagnostics;
using System.Globalization;
using FashionRecs.Application.Accounts;
using FashionRecs.Application.Catalog;
using FashionRecs.Application.Models;
using FashionRecs.Application.Notices;
using FashionRecs.Application.Review;
using FashionRecs.Application.Shop;
using FashionRecs.Application.Shop.Tastes;
using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Preferences;
using FashionRecs.Domain.Reviews.Annotations;
using FashionRecs.Tests.Databases;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Benchmarks.Notices;

/// <summary>
/// How soon another server of a shop knows what changed on one: <c>notices [times 20]</c>. Two servers in one process on a PostgreSQL
/// server of its own; from the call that changes something until the other one has heard of it and says it when it is asked. Median and
/// worst.
/// </summary>
internal static class NoticeMeasurement
{
    private const double Allowed = 1_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Returns 0 where nothing took a second or more.</summary>
    public static async Task<int> RunAsync(string[] options)
    {
        var times = options.Length > 0 ? int.Parse(options[0], CultureInfo.InvariantCulture) : 20;
        var folder = Directory.CreateTempSubdirectory("fashionrecs-notices-").FullName;
        using var server = new PostgreSqlProcess(keepsPromises: true);
        await using var one = Open(server, folder);
        await using var other = Open(server, folder);
        var changes = new Changes(one.Services, other.Services);
        await changes.FillAsync();
        var isSoon = true;
        Console.WriteLine("| change | median, ms | worst, ms |\n|---|---|---|");
        foreach (var (name, kind, change) in changes.All)
        {
            var taken = new List<double>();
            for (var number = 0; number <= times; number++)
            {
                taken.Add(await MeasureAsync(other.Services, kind, await change(number)));
            }

            taken.RemoveAt(0); // Compiles and connects.
            taken.Sort();
            isSoon &= taken[^1] < Allowed;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {taken[taken.Count / 2]:0} | {taken[^1]:0} |"));
        }

        Directory.Delete(folder, recursive: true);
        return isSoon ? 0 : 1;
    }

    private static async Task<double> MeasureAsync(IServiceProvider other, string kind, Change change)
    {
        var heard = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var isArmed = false;
        using var following = other.GetRequiredService<INotices>().Follow(kind, _ =>
        {
            if (Volatile.Read(ref isArmed))
            {
                heard.TrySetResult();
            }

            return Task.CompletedTask;
        });
        Volatile.Write(ref isArmed, true);
        var began = Stopwatch.GetTimestamp();
        await change.Act();
        await heard.Task.WaitAsync(Patience);
        while (!await change.IsThere())
        {
            await Task.Delay(1);
        }

        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    private static WebApplicationFactory<FashionRecs.Web.Layout.App> Open(PostgreSqlProcess server, string folder) =>
        new WebApplicationFactory<FashionRecs.Web.Layout.App>().WithWebHostBuilder(builder => builder
            .UseSolutionRelativeContentRoot("src/FashionRecs.Web", "FashionRecs.slnx")
            .UseSetting("Storage:Provider", "PostgreSql").UseSetting("Storage:ConnectionString", server.Text("postgres"))
            .UseSetting("Storage:Folder", folder).UseSetting("Catalog:Seed", "false").UseSetting("Catalog:FollowShippedWeights", "false")
            .UseSetting("Jobs:Run", "false").UseSetting("Logging:LogLevel:Default", "Error"));

    /// <summary>Something that one server does, and whether the other one says it.</summary>
    private sealed record Change(Func<Task> Act, Func<Task<bool>> IsThere);

    private sealed class Changes(IServiceProvider one, IServiceProvider other)
    {
        private static readonly AttributeVocabulary Vocabulary = AttributeVocabularyFile.Default;
        private Guid account;

        public (string Name, string Kind, Func<int, Task<Change>> Make)[] All =>
        [
            ("a product", NoticeKinds.Catalog, ProductAsync), ("a review", NoticeKinds.Catalog, ReviewAsync),
            ("a deleted shopper", NoticeKinds.ShopperDeleted, DeletedAsync), ("a role", NoticeKinds.Account, RoleAsync),
            ("weights in use", NoticeKinds.Weights, WeightsAsync), ("what was learned from shoppers", NoticeKinds.Taste, TasteAsync),
        ];

        public async Task FillAsync()
        {
            await (await ProductAsync(-1)).Act();
            account = (await one.GetRequiredService<IAccountDirectory>().CreateAsync("ada@example.org", "a long password 1")).Id;
            foreach (var weights in (string[])["first", "second"])
            {
                await one.GetRequiredService<IModelStore>().KeepAsync(new RegisteredModel(weights, null, "{}", DateTimeOffset.UnixEpoch));
            }

            while (!other.GetRequiredService<INotices>().IsListening)
            {
                await Task.Delay(50);
            }
        }

        private Task<Change> ProductAsync(int number)
        {
            var product = new ProductFacts($"p{number}", "A dress", "Dress", "", "", "Black", "", 9, "").With(new string('0', 64), 3, 4);
            return Task.FromResult(new Change(() => one.GetRequiredService<ICatalogStore>().SaveAsync(product, null),
                async () => (await CatalogAsync()).TryFind(product.Id) is not null));
        }

        private Task<Change> ReviewAsync(int number)
        {
            var attribute = Vocabulary["neckline_design"];
            var value = attribute.Values[number % attribute.Values.Count];
            return Task.FromResult(new Change(
                () => one.GetRequiredService<IReviewStore>().SubmitAsync(new ReviewAct(Guid.NewGuid(), "Ada", ReviewActKind.Say, "",
                    [new ReviewChange("p-1", attribute, TagMarks.Choose(value))])),
                async () => (await CatalogAsync()).TryFind("p-1")!.Reviewed.Any(tag => TagMarks.Chosen(tag.Marks) == value.Position)));
        }

        private async Task<Change> DeletedAsync(int number)
        {
            var shopper = Guid.NewGuid();
            await one.GetRequiredService<ShopService>().RecordAsync(
                new ShopperEvent(Guid.NewGuid(), shopper, PreferenceSignal.Like, "p-1"));
            var there = other.GetRequiredService<ShopService>();
            await there.ShopperAsync(shopper);
            return new Change(() => one.GetRequiredService<ShopService>().DeleteAsync(shopper),
                async () => (await there.ShopperAsync(shopper)).History.Events.Count == 0);
        }

        private Task<Change> RoleAsync(int number) => Task.FromResult(new Change(
            () => one.GetRequiredService<IAccountDirectory>().SetRoleAsync(account, Roles.Researcher, number % 2 == 0),
            async () => (await other.GetRequiredService<IAccountDirectory>().TryFindAsync("ada@example.org"))!.Roles
                .Contains(Roles.Researcher) == (number % 2 == 0)));

        private Task<Change> WeightsAsync(int number)
        {
            var weights = number % 2 == 0 ? "first" : "second";
            return Task.FromResult(new Change(() => one.GetRequiredService<ModelRegistry>().UseAsync(weights, "Ada"),
                async () => (await other.GetRequiredService<IModelStore>().CurrentAsync())?.Fingerprint == weights));
        }

        private Task<Change> TasteAsync(int number)
        {
            var learned = new LearnedTaste(null, new Dictionary<string, double> { ["type"] = number }, "Learned.");
            return Task.FromResult(new Change(() => one.GetRequiredService<CurrentTaste>().KeepAsync(learned),
                async () => (await other.GetRequiredService<CurrentTaste>().GetAsync()).Weights["type"] == number));
        }

        private Task<CatalogSnapshot> CatalogAsync() => other.GetRequiredService<ShopService>().CatalogAsync();
    }
}
