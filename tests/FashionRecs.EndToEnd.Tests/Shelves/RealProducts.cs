using FashionRecs.Application.Catalog;
using FashionRecs.Application.Pictures;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Projection;
using FashionRecs.Vision.Imaging;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.EndToEnd.Tests.Shelves;

/// <summary>Real photographs from the data folder, tagged with the words people gave them.</summary>
public static class RealProducts
{
    /// <summary>Fills a shop with products of each of some necklines.</summary>
    /// <param name="shop">Where to put them.</param>
    /// <param name="perNeckline">How many of each.</param>
    /// <param name="necklines">Codes of neckline designs.</param>
    public static async Task FillAsync(IServiceProvider shop, int perNeckline, params string[] necklines)
    {
        var vocabulary = AttributeVocabularyFile.Default;
        var photos = LabelledPhotographs.Folder();
        var wanted = necklines.ToDictionary(code => vocabulary.TryFind("neckline_design", code)!.Position, _ => perNeckline);
        foreach (var (image, tags) in LabelledPhotographs.Read(photos))
        {
            var neckline = tags.GetValueOrDefault("neckline_design")?.IndexOf('y') ?? -1;
            if (wanted.TryGetValue(neckline, out var left) && left > 0)
            {
                wanted[neckline]--;
                await AddAsync(shop, vocabulary, image, await File.ReadAllBytesAsync(Path.Combine(photos, image)), tags);
            }

            if (wanted.Values.All(count => count == 0))
            {
                return;
            }
        }
    }

    private static async Task AddAsync(IServiceProvider shop, AttributeVocabulary vocabulary, string image, byte[] bytes, Dictionary<string, string> tags)
    {
        var (width, height) = PictureDecoder.ReadSize(bytes);
        var readings = vocabulary.Attributes.Select(attribute => Reading(attribute, tags.GetValueOrDefault(attribute.Code), width, height)).ToArray();
        var id = Path.GetFileNameWithoutExtension(image);
        var shown = readings.First(reading => reading.Attribute.Code == "neckline_design").Top;
        await shop.GetRequiredService<ICatalogStore>().SaveAsync(
            new Product
            {
                Id = id, Name = $"Product {id}", Type = "Garment", Section = "Ladieswear", Price = 19.99m, Description = shown.English,
                Picture = await shop.GetRequiredService<PictureStore>().SaveAsync(bytes), PictureWidth = width, PictureHeight = height,
            },
            new PredictedTags("stated", readings));
    }

    /// <summary>y counts 0.9 and m 0.1; attributes without a row are taken as not shown.</summary>
    private static ProjectedAttribute Reading(GarmentAttribute attribute, string? letters, int width, int height)
    {
        var probabilities = attribute.Values.Select(value => letters is null ? (value.IsInvisible ? 0.95f : 0.01f)
            : letters[value.Position] switch { 'y' => 0.9f, 'm' => 0.1f, _ => 0.01f }).ToArray();
        PixelBox? box = probabilities[attribute.Invisible.Position] > 0.5f ? null : attribute.Code switch
        {
            "neckline_design" => new PixelBox(width / 3, height / 10, width / 3, height / 7),
            "sleeve_length" => new PixelBox(width / 10, height / 5, width / 5, height / 3),
            _ => new PixelBox(width / 4, height / 2, width / 2, height / 3),
        };
        return new ProjectedAttribute(attribute, probabilities, box, box is null ? 0 : 0.7f);
    }
}
