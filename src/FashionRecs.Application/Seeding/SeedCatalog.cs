using System.Text.Json;
using FashionRecs.Application.Catalog;
using FashionRecs.Application.Pictures;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Projection;

namespace FashionRecs.Application.Seeding;

/// <summary>
/// Fills an empty shop with the catalog that ships in <c>seed/catalog</c> (see the README of FashionRecs.Garments for its format).
/// Without <c>readings.json</c> the products come without readings, until a projection of the catalog adds them.
/// </summary>
public sealed class SeedCatalog(ICatalogStore catalog, PictureStore pictures, AttributeVocabulary vocabulary)
{
    /// <summary>Where the shipped catalog lies beside the program.</summary>
    public static string ShippedFolder => Path.Combine(AppContext.BaseDirectory, "seed", "catalog");

    /// <summary>
    /// Loads the catalog where the shop never held a product, or goes on where an earlier load was killed; a shop with goods of its own
    /// stays as it is.
    /// </summary>
    /// <returns>The number of products that were added.</returns>
    /// <exception cref="InvalidDataException">A file of the catalog is damaged; the message says which.</exception>
    public async Task<int> LoadAsync(string? folder = null, CancellationToken cancellation = default)
    {
        folder ??= ShippedFolder;
        var list = Path.Combine(folder, "products.jsonl");
        if (!File.Exists(list))
        {
            return 0;
        }

        var lines = await File.ReadAllLinesAsync(list, cancellation);
        var products = lines.Select((line, at) => Parse(line, list, at + 1)).ToArray();
        // One more than the catalog has: a shop with goods of its own may have millions.
        var present = (await catalog.IdsAsync(products.Length + 1, cancellation)).ToHashSet(StringComparer.Ordinal);
        if (present.Except(products.Select(product => product.Id)).Any())
        {
            return 0;
        }

        SeedProduct[] missing = [.. products.Where(product => !present.Contains(product.Id))];
        var readingsPath = Path.Combine(folder, "readings.json");
        // A shop that has everything must open although its vocabulary has changed since the readings were made.
        var readings = missing.Length > 0 && File.Exists(readingsPath) ? ProjectionsFile.Load(readingsPath, vocabulary) : null;
        foreach (var product in missing)
        {
            await AddAsync(product, folder, readings, cancellation);
        }

        return missing.Length;
    }

    private async Task AddAsync(SeedProduct product, string folder, ProjectionsFile? readings, CancellationToken cancellation)
    {
        var name = await pictures.SaveAsync(await File.ReadAllBytesAsync(Path.Combine(folder, product.Image), cancellation), cancellation);
        var reading = readings?.Pictures.GetValueOrDefault(product.Image);
        var facts = new ProductFacts(
            product.Id, product.Name, product.Type, product.Group, product.Section, product.Colour, product.Pattern, product.Price,
            product.Description);
        await catalog.SaveAsync(
            facts.With(name, reading?.Width ?? SeedProduct.PictureWidth, reading?.Height ?? SeedProduct.PictureHeight),
            reading is null ? null : new PredictedTags(readings!.Fingerprint, reading.Attributes), cancellation);
    }

    private static SeedProduct Parse(string line, string file, int number)
    {
        try
        {
            return JsonSerializer.Deserialize<SeedProduct>(line, JsonSerializerOptions.Web) ?? throw new JsonException("the line is empty");
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"Line {number} of '{file}' is not a product: {exception.Message}", exception);
        }
    }

    private sealed record SeedProduct(
        string Id, string Name, string Type, string Group, string Section, string Colour, string Pattern, decimal Price, string Description,
        string Image)
    {
        // The size the seed catalog is drawn in.
        public const int PictureWidth = 480;
        public const int PictureHeight = 640;
    }
}
