using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Beliefs;
using FashionRecs.Domain.Catalog;
using FashionRecs.Recommenders.Purchases;
using FashionRecs.Training.Audit;
using FashionRecs.Training.Datasets;
using FashionRecs.Training.Localization.Truth;
using FashionRecs.Vision.Inference;

namespace FashionRecs.Cli.Explanations;

/// <summary>Reads labelled pictures with the network, as products of a shop.</summary>
internal static class AuditedPictures
{
    private const int Report = 1000;

    /// <summary>Projects the pictures; those that cannot be read are told and left out.</summary>
    /// <param name="engine">The network.</param>
    /// <param name="pictures">The labelled pictures.</param>
    /// <param name="products">Products whose words count, found by the picture's path or its name without ending; null for pictures
    /// alone.</param>
    /// <param name="regions">True regions by picture.</param>
    /// <param name="beliefs">What follows from readings.</param>
    /// <param name="cancellation">Stops between batches.</param>
    /// <returns>The pictures, and how many could not be read.</returns>
    public static async Task<(IReadOnlyList<AuditedPicture> Pictures, int Refused)> ReadAsync(
        ProjectionEngine engine, IReadOnlyList<LabelledPicture> pictures, ShopProducts? products, ILookup<string, TrueRegion> regions,
        BeliefReader beliefs,
        CancellationToken cancellation)
    {
        var byImage = products?.Products.Where(product => product.Image.Length > 0)
            .GroupBy(product => product.Image, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        var read = new List<AuditedPicture>();
        var (at, refused) = (0, 0);
        await foreach (
            var file in FolderProjection.RunAsync(engine, [.. pictures.Select(picture => picture.Path)], cancellation: cancellation))
        {
            var picture = pictures[at++];
            if (file.Result is { } mapped)
            {
                var product = Product(picture, mapped.Picture.Width, mapped.Picture.Height, Listed(picture, products, byImage));
                read.Add(new AuditedPicture(
                    new CatalogItem(AttributeVocabularyFile.Default, product,
                        new PredictedTags(engine.Fingerprint, mapped.Picture.Attributes), [], beliefs),
                    picture.Path, picture.Letters, [.. regions[picture.Path]]));
            }
            else
            {
                refused++;
                await Console.Error.WriteLineAsync($"{picture.Image}: {file.Error}");
            }

            if (at % Report == 0 || at == pictures.Count)
            {
                await Console.Error.WriteLineAsync($"{at} of {pictures.Count} pictures read.");
            }
        }

        return (read, refused);
    }

    private static ListedProduct? Listed(LabelledPicture picture, ShopProducts? products, Dictionary<string, ListedProduct>? byImage)
    {
        if (products is null)
        {
            return null;
        }

        return byImage!.GetValueOrDefault(picture.Image)
            ?? (products.IndexOf(Path.GetFileNameWithoutExtension(picture.Image)) is >= 0 and var index ? products[index] : null);
    }

    private static Product Product(LabelledPicture picture, int width, int height, ListedProduct? listed) => new()
    {
        Id = listed?.Code ?? picture.Image, Name = listed?.Name ?? picture.Image, Type = listed?.Type ?? "",
        Description = listed?.Description ?? "",
        Picture = picture.Image, PictureWidth = width, PictureHeight = height,
    };
}
