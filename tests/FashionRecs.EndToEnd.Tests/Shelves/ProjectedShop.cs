using FashionRecs.Application.Catalog;
using FashionRecs.Application.Pictures;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.EndToEnd.Tests.Browsing;
using FashionRecs.Vision.Engines;
using FashionRecs.Vision.Inference;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.EndToEnd.Tests.Shelves;

/// <summary>A shop with real photographs whose values and regions are the network's own.</summary>
public sealed class ProjectedShop : IAsyncLifetime
{
    private static readonly string[] Necklines = ["V Neckline", "Round Neckline", "Off Shoulder"];
    private static readonly string[] Sleeves = ["Sleeveless", "Short Sleeves", "Long Sleeves"];

    /// <summary>How many products there are of each neckline with each sleeve.</summary>
    private const int PerKind = 12;

    private ShopServer? server;

    /// <summary>The shop; skips the test that asks for it where there are no photographs.</summary>
    public ShopServer Server
    {
        get
        {
            LabelledPhotographs.Folder();
            return server!;
        }
    }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        // A fixture that skips would be a failure of each of its tests.
        if (LabelledPhotographs.TryFind() is not { } photos)
        {
            return;
        }

        server = new ShopServer();
        var vocabulary = AttributeVocabularyFile.Default;
        using var projector = new PictureProjector(option: EngineOption.Auto);
        var counts = new Dictionary<(string, string), int>();
        foreach (var (image, tags) in LabelledPhotographs.Read(photos))
        {
            // Necklines and sleeves are crossed evenly, so that liking one neckline says nothing of sleeves.
            if (Stated(vocabulary, tags, "neckline_design", Necklines) is { } neckline
                && Stated(vocabulary, tags, "sleeve_length", Sleeves) is { } sleeve
                && counts.GetValueOrDefault((neckline, sleeve)) < PerKind)
            {
                counts[(neckline, sleeve)] = counts.GetValueOrDefault((neckline, sleeve)) + 1;
                await AddAsync(projector, Path.Combine(photos, image));
            }

            if (counts.Values.Sum() == PerKind * Necklines.Length * Sleeves.Length)
            {
                return;
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => server?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static string? Stated(AttributeVocabulary vocabulary, Dictionary<string, string> tags, string attribute, string[] among) =>
        among.FirstOrDefault(code => tags.GetValueOrDefault(attribute)?[vocabulary.TryFind(attribute, code)!.Position] == 'y');

    private async Task AddAsync(PictureProjector projector, string path)
    {
        var bytes = await File.ReadAllBytesAsync(path);
        var projected = await projector.ProjectAsync(bytes);
        var id = Path.GetFileNameWithoutExtension(path);
        await Server.Services.GetRequiredService<ICatalogStore>().SaveAsync(
            new Product
            {
                Id = id, Name = $"Product {id}", Type = "Garment", Section = "Ladieswear", Price = 19.99m,
                Description = "A real photograph.",
                Picture = await Server.Services.GetRequiredService<PictureStore>().SaveAsync(bytes), PictureWidth = projected.Width,
                PictureHeight = projected.Height,
            },
            new PredictedTags(projector.Fingerprint, projected.Attributes));
    }
}
