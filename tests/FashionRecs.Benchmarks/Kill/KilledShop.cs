using FashionRecs.Application;
using FashionRecs.Application.Accounts;
using FashionRecs.Application.ApiKeys;
using FashionRecs.Application.Catalog;
using FashionRecs.Application.CatalogImport;
using FashionRecs.Application.Research;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Domain.Projection;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Storage;
using FashionRecs.Storage.PostgreSql;
using FashionRecs.Storage.Sqlite;
using FashionRecs.Web.Api.Keys;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Benchmarks.Kill;

/// <summary>The shop whose servers are killed, as this process sees it in the database.</summary>
internal sealed class KilledShop : IDisposable
{
    /// <summary>Key of the experiment that runs.</summary>
    public const string Experiment = "kill";

    private const int Products = 40;
    private readonly ServiceProvider services;

    public KilledShop(StorageSettings settings) => services = new ServiceCollection().AddApplication()
        .AddStorage(settings, new SqliteProvider(), new PostgreSqlProvider()).BuildServiceProvider();

    /// <summary>A store or use case.</summary>
    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    /// <summary>Puts products and a running experiment into it; returns a key that may do all.</summary>
    public async Task<string> FillAsync()
    {
        var vocabulary = Get<AttributeVocabulary>();
        await Get<IShopDatabase>().PrepareAsync();
        await Get<ICatalogStore>().SaveAsync([.. Enumerable.Range(0, Products).Select(number => (
            new Product { Id = $"p{number}", Name = $"Product {number}", Type = "Dress", Picture = new string('0', 64), PictureWidth = 300,
                PictureHeight = 400 },
            (PredictedTags?)new PredictedTags(new string('a', 64),
                [.. vocabulary.Attributes.Select(attribute => Read(attribute, number))])))]);
        var actions = Get<ExperimentActions>();
        var draft = actions.Create(Experiment, new ExperimentDesign
        {
            Hypothesis = "Nothing that was logged is lost.",
            Arms = [new("control", 0.5, new NoExplanation()), new("treatment", 0.5, new WordsOnly())],
            PrimaryMetric = "persuasion", PlannedPerArm = 100,
        }, "Ada");
        await Get<IExperimentStore>().SaveAsync(actions.Start(actions.Submit(draft, [], "Ada"), [], "Grace"), 0);
        var keys = new ApiKeyMaking(Get<IApiKeyStore>(), new EphemeralDataProtectionProvider(), Get<SecurityLog>(), TimeProvider.System);
        return (await keys.MakeAsync("killed", ApiKeyKind.Server, [.. ApiScopes.All.Select(scope => scope.Scope)])).Secret;
    }

    /// <summary>Hands pictures in; returns the import.</summary>
    public async Task<Guid> HandInAsync(IEnumerable<string> pictures)
    {
        var (imports, staging) = (Get<ICatalogImportStore>(), Get<StagingFolder>());
        var import = await imports.BeginAsync("killed", "Ada");
        foreach (var picture in pictures)
        {
            await using var file = File.OpenRead(picture);
            await staging.SaveAsync(import, Path.GetFileName(picture), file);
        }

        await imports.MoveAsync(import, CatalogImportState.Reading, [CatalogImportState.Open]);
        return import;
    }

    /// <inheritdoc/>
    public void Dispose() => services.Dispose();

    private static ProjectedAttribute Read(GarmentAttribute attribute, int number)
    {
        var isSeen = (number + attribute.Values.Count) % 2 == 0;
        var top = isSeen ? attribute.VisibleValues.ElementAt(number % (attribute.Values.Count - 1)) : attribute.Invisible;
        float[] numbers = [.. attribute.Values.Select(value => value == top ? 0.95f : 0.05f / attribute.Values.Count)];
        return new ProjectedAttribute(attribute, numbers, isSeen ? new PartRegion(new PixelBox(10, 10, 50, 50), 0.8f) : null);
    }
}
