using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using FashionRecs.Application.Accounts;
using FashionRecs.Application.Catalog;
using FashionRecs.Application.Research;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Logging;
using FashionRecs.Tests;
using FashionRecs.Web.Tests.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Web.Tests.Shop.Arms;

/// <summary>A shop of eight V-necked products with one running experiment, "why".</summary>
internal sealed partial class ArmShop(EmptyShop server) : IAsyncDisposable
{
    public const string Key = "why";

    public EmptyShop Server => server;

    public IServiceProvider Services => server.Services;

    public string Database => server.Database.Settings.DatabasePath!;

    public HttpClient Client() => server.CreateClient(new() { AllowAutoRedirect = false });

    public static async Task<ArmShop> OpenAsync(ExplanationView control, ExplanationView treatment,
        Func<ExperimentDesign, ExperimentDesign>? change = null, EmptyShop? server = null)
    {
        var shop = new ArmShop(server ?? new EmptyShop());
        var vocabulary = AttributeVocabularyFile.Default;
        var projector =
            new FakeProjector(vocabulary.TryFind("neckline_design", "V Neckline")!, vocabulary.TryFind("sleeve_length", "Long Sleeves")!);
        for (var number = 0; number < 8; number++)
        {
            await shop.ImportAsync($"p{number}", projector);
        }

        await shop.StartAsync(Key, control, treatment, change);
        return shop;
    }

    /// <summary>Starts an experiment, as the pages do: where the checks find nothing against it.</summary>
    public async Task StartAsync(string key, ExplanationView control, ExplanationView treatment,
        Func<ExperimentDesign, ExperimentDesign>? change = null)
    {
        var actions = Services.GetRequiredService<ExperimentActions>();
        var store = Services.GetRequiredService<IExperimentStore>();
        var design = new ExperimentDesign
        {
            Hypothesis = "A marked region makes a reason easier to believe.",
            Arms = [new("control", 0.5, control), new("treatment", 0.5, treatment)],
            PrimaryMetric = "persuasion",
            PlannedPerArm = 100,
        };
        var draft = actions.Create(key, change?.Invoke(design) ?? design, "Ada");
        var problems =
            DesignCheck.Problems(draft, (await store.AllAsync()).Select(entry => entry.Experiment), new HashSet<string> { "persuasion" });
        await store.SaveAsync(actions.Start(actions.Submit(draft, problems, "Ada"), problems, "Grace"), 0);
    }

    /// <summary>Somebody of whom nothing is known.</summary>
    public HttpClient CreateClient() => server.CreateClient();

    /// <summary>Takes one more product in.</summary>
    public Task ImportAsync(string id, FakeProjector projector) => Services.GetRequiredService<ProductImport>().ImportAsync(
        new ProductFacts(id, $"Product {id}", "Dress", "Garment Full body", "Ladieswear", "Black", "Solid", 9.99m, "A dress."),
        System.Text.Encoding.UTF8.GetBytes($"picture of {id}"), projector);

    /// <summary>A shopper who likes one product, so that the others can be explained, and who is in the arm.</summary>
    /// <param name="arm">Key of the arm.</param>
    /// <param name="path">A page that takes part in the experiment.</param>
    public async Task<HttpClient> ShopperInAsync(string arm, string path = "/")
    {
        while (true)
        {
            var client = server.CreateClient();
            await LikesAsync(client);
            if ((await TokensAsync(client, path)) is [var token, ..]
                && Services.GetRequiredService<FashionRecs.Web.Shop.Arms.ExposureToken>().TryOpen(token)!.Arm == arm)
            {
                return client;
            }
        }
    }

    /// <summary>Likes so many products that what they show is surely liked and the others can be explained; p0 last.</summary>
    public static async Task LikesAsync(HttpClient client)
    {
        foreach (var product in new[] { "p7", "p6", "p0" })
        {
            await client.PostAsJsonAsync("/clicks", new { id = Guid.NewGuid(), kind = "like", product });
        }
    }

    /// <summary>A shopper of whom nothing is known.</summary>
    public HttpClient Stranger() => server.CreateClient();

    /// <summary>Somebody who may look at arms.</summary>
    public Task<HttpClient> ResearcherAsync() => server.SignedInAsAsync(Roles.Researcher);

    /// <summary>The tokens of a page, in order.</summary>
    public static async Task<string[]> TokensAsync(HttpClient client, string path = "/") =>
        [.. Shown().Matches(await client.GetStringAsync(path)).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value))];

    public static Task<HttpResponseMessage> TellAsync(HttpClient client, string token, string kind, double? value = null,
        Guid? id = null) =>
        client.PostAsJsonAsync("/shown", new[] { new { id = id ?? Guid.NewGuid(), kind, shown = token, value, device = "phone" } });

    public Task<(IReadOnlyList<Exposure> Exposures, IReadOnlyList<Outcome> Outcomes)> LogAsync(string key = Key) =>
        Services.GetRequiredService<IExposureStore>().ReadAsync(key);

    /// <summary>Deals afresh with the same arms.</summary>
    public async Task NewPhaseAsync()
    {
        var store = Services.GetRequiredService<IExperimentStore>();
        var (experiment, revision) = (await store.FindAsync(Key))!.Value;
        await store.SaveAsync(Services.GetRequiredService<ExperimentActions>().NewPhase(experiment, experiment.Design.Arms, 1, "Ada"),
            revision);
    }

    public async Task StopAsync()
    {
        var store = Services.GetRequiredService<IExperimentStore>();
        var (experiment, revision) = (await store.FindAsync(Key))!.Value;
        await store.SaveAsync(Services.GetRequiredService<ExperimentActions>().Stop(experiment, "Ada", "enough"), revision);
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [GeneratedRegex("data-shown=\"([^\"]+)\"")]
    private static partial Regex Shown();
}
