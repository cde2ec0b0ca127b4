using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using FashionRecs.Domain.Attributes;
using FashionRecs.Garments.Randomness;
using FashionRecs.Garments.Sets;
using FashionRecs.Garments.Specification;
using SkiaSharp;

namespace FashionRecs.Garments.Catalog;

/// <summary>Writes the catalog that ships with the shop: <c>products.jsonl</c> and <c>pictures/NNNN.webp</c>.</summary>
public static class SeedCatalogWriter
{
    /// <summary>Width of a picture in pixels; with <see cref="Height"/> 3:4 as the shop shows it.</summary>
    public const int Width = 480;

    /// <summary>Height of a picture in pixels.</summary>
    public const int Height = 640;

    private const int Quality = 82;

    /// <summary>JSON as the files of the catalog use it.</summary>
    public static JsonSerializerOptions Json { get; } =
        new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Draws <paramref name="count"/> products; values come about evenly. The same seed writes the same files.</summary>
    public static IReadOnlyList<CatalogProduct> Write(string folder, int count, ulong seed, AttributeVocabulary vocabulary,
        int threads = -1, CancellationToken cancellation = default)
    {
        var pictures = Path.Combine(folder, "pictures");
        Directory.CreateDirectory(pictures);
        var sampler = new SpecSampler(vocabulary, new GarmentSeed(seed));
        var themes = vocabulary.Values.Where(value => !value.IsInvisible).ToArray();
        var order = Enumerable.Range(0, count).Select(number => themes[number % themes.Length]).ToArray();
        new GarmentSeed(seed).Stream("shelf order").Shuffle(order);
        var products = new CatalogProduct[count];
        Parallel.For(0, count, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = threads }, number =>
        {
            var spec = sampler.Draw(number, order[number], cluttered: false);
            var stand = spec.Seed.Stream("presentation").Chance(.2f) && spec.Kind is not (GarmentKind.Skirt or GarmentKind.Trousers);
            products[number] = Draw(number, spec with { Presentation = stand ? Presentation.Mannequin : Presentation.FlatLay }, folder);
        });
        File.WriteAllLines(Path.Combine(folder, "products.jsonl"), products.Select(product => JsonSerializer.Serialize(product, Json)));
        return products;
    }

    private static CatalogProduct Draw(int number, GarmentSpec spec, string folder)
    {
        using var picture = GarmentRenderer.Render(spec, Width, Height);
        var image = string.Create(CultureInfo.InvariantCulture, $"pictures/{number + 1:D4}.webp");
        File.WriteAllBytes(Path.Combine(folder, image), picture.Encode(SKEncodedImageFormat.Webp, Quality));
        var words = new SeedProductText(spec, picture);
        return new CatalogProduct(
            string.Create(CultureInfo.InvariantCulture, $"G{number + 1:D4}"), words.Name, words.Type, words.Group, "Women", picture.Colour,
            picture.Print.ToString(),
            words.Price, words.Description, image,
            picture.Regions.ToDictionary(region => region.Value.Attribute.Code, region => region.Value.Code));
    }
}
