using System.Text.Json;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Projection;
using FashionRecs.Application.Catalog;
using FashionRecs.Application.Pictures;
using FashionRecs.Application.Seeding;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.EndToEnd.Tests.Shelves;

/// <summary>
/// Products of the drawn catalog that ships, tagged with what they were drawn to be, so that what is shown hangs on no network.
/// </summary>
public static class DrawnProducts
{
    private const int Width = 480;
    private const int Height = 640;

    /// <summary>Paths of the drawn pictures, in the order of their names.</summary>
    public static IEnumerable<string> Pictures =>
        Directory.EnumerateFiles(Path.Combine(SeedCatalog.ShippedFolder, "pictures")).Order(StringComparer.Ordinal);

    /// <summary>
    /// Fills a shop with products of each of some necklines. Only necklines and sleeves are stated, so that liking a neckline says nothing
    /// of lapels.
    /// </summary>
    /// <param name="shop">Where to put them.</param>
    /// <param name="perNeckline">How many of each, at most 18.</param>
    /// <param name="necklines">Codes of neckline designs.</param>
    public static async Task FillAsync(IServiceProvider shop, int perNeckline, params string[] necklines)
    {
        var left = necklines.ToDictionary(code => code, _ => perNeckline);
        foreach (var product in Read().Where(product => left.TryGetValue(product.Values["neckline_design"], out var wanted) && wanted > 0))
        {
            left[product.Values["neckline_design"]]--;
            await AddAsync(shop, product, attribute => attribute is "neckline_design" or "sleeve_length");
        }

        Assert.All(left, pair => Assert.Equal(0, pair.Value));
    }

    /// <summary>Fills a shop with the first products of the catalog, all that they show being stated.</summary>
    public static async Task FillAsync(IServiceProvider shop, int count)
    {
        foreach (var product in Read().Take(count))
        {
            await AddAsync(shop, product, _ => true);
        }
    }

    /// <summary>
    /// Fills a shop with the first products of the catalog as the network that ships read them, under names that tell nothing of what they
    /// show.
    /// </summary>
    public static async Task FillAsReadAsync(IServiceProvider shop, int count)
    {
        var readings = ProjectionsFile.Load(Path.Combine(SeedCatalog.ShippedFolder, "readings.json"), AttributeVocabularyFile.Default);
        foreach (var product in Read().Take(count))
        {
            var plain = product with { Name = $"Product {product.Id}", Type = "Garment", Description = "A drawn garment." };
            await SaveAsync(shop, plain, new PredictedTags(readings.Fingerprint, readings.Pictures[product.Image].Attributes));
        }
    }

    private static IEnumerable<Drawn> Read() => File.ReadLines(Path.Combine(SeedCatalog.ShippedFolder, "products.jsonl"))
        .Select(line => JsonSerializer.Deserialize<Drawn>(line, JsonSerializerOptions.Web)!);

    private static Task AddAsync(IServiceProvider shop, Drawn drawn, Func<string, bool> isStated) =>
        SaveAsync(shop, drawn, new PredictedTags("stated",
        [.. AttributeVocabularyFile.Default.Attributes.Select(attribute =>
            Reading(attribute, isStated(attribute.Code) ? drawn.Values[attribute.Code] : attribute.Invisible.Code))]));

    private static async Task SaveAsync(IServiceProvider shop, Drawn drawn, PredictedTags tags)
    {
        var picture = await File.ReadAllBytesAsync(Path.Combine(SeedCatalog.ShippedFolder, drawn.Image));
        await shop.GetRequiredService<ICatalogStore>().SaveAsync(
            new Product
            {
                Id = drawn.Id, Name = drawn.Name, Type = drawn.Type, Section = drawn.Section, Price = drawn.Price,
                Description = drawn.Description,
                Picture = await shop.GetRequiredService<PictureStore>().SaveAsync(picture), PictureWidth = Width, PictureHeight = Height,
            },
            tags);
    }

    /// <summary>What is shown counts 0.9, everything else next to nothing; it is about where such a part of a garment usually is.</summary>
    private static ProjectedAttribute Reading(GarmentAttribute attribute, string shown)
    {
        var probabilities = attribute.Values.Select(value => value.Code == shown ? 0.9f : 0.01f).ToArray();
        PixelBox? box = shown == attribute.Invisible.Code ? null : attribute.Code switch
        {
            "neckline_design" => new PixelBox(Width / 3, Height / 10, Width / 3, Height / 7),
            "sleeve_length" => new PixelBox(Width / 10, Height / 5, Width / 5, Height / 3),
            _ => new PixelBox(Width / 4, Height / 2, Width / 2, Height / 3),
        };
        return new ProjectedAttribute(attribute, probabilities, PartRegion.Of(box, 0.7f));
    }

    private sealed record Drawn(
        string Id, string Name, string Type, string Section, decimal Price, string Description, string Image,
        Dictionary<string, string> Values);
}
