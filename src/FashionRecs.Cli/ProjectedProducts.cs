using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Projection;
using FashionRecs.Recommenders.Features;
using FashionRecs.Recommenders.Purchases;
using FashionRecs.Vision.Inference;
using FashionRecs.Vision.Saliency;
using PictureFeatureTable = FashionRecs.Recommenders.Pictures.PictureFeatureTable;

namespace FashionRecs.Cli;

/// <summary>What the network sees in the pictures of a product list.</summary>
internal static class ProjectedProducts
{
    private const int Report = 2_000;

    /// <summary>Projects the listed pictures that exist.</summary>
    /// <param name="products">The list.</param>
    /// <param name="root">Folder that the list's picture paths start from.</param>
    /// <param name="cancellation">Stops between batches.</param>
    /// <returns>Values and features, or null where the folder has none of the pictures.</returns>
    public static async Task<(ProductAttributes Attributes, PictureFeatureTable Features)?> ReadAsync(ShopProducts products, string root,
        CancellationToken cancellation)
    {
        string[] files =
            [.. products.Products.Where(product => product.Image.Length > 0).Select(product => Path.Combine(root, product.Image))
            .Distinct(StringComparer.Ordinal).Where(File.Exists)];
        if (files.Length == 0)
        {
            return null;
        }

        var folder = Directory.CreateTempSubdirectory("fashionrecs-");
        try
        {
            var features = Path.Combine(folder.FullName, "features.npy");
            var readings = await ProjectAsync(files, features, cancellation);
            var vocabulary = AttributeVocabularyFile.Default;
            return (ProductAttributes.Of("network", products, vocabulary, readings),
                PictureFeatureTable.Read(features, products, vocabulary));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<List<(string Picture, string Attribute, int Position)>> ProjectAsync(string[] files, string features,
        CancellationToken cancellation)
    {
        var grid = new PoolGrid(1, 1);
        var readings = new List<(string, string, int)>();
        var (done, refused) = (0, 0);
        using var engine = ProjectionEngine.Load(path: null);
        using var table = new FeatureFiles(features, engine.Weights.Shape.Features, grid);
        await foreach (var file in FolderProjection.RunAsync(engine, files, grid, cancellation: cancellation))
        {
            if (file.Result is { } mapped)
            {
                table.Add(file.Path, mapped);
                readings.AddRange(
                    mapped.Picture.Attributes.Select(attribute =>
                    (file.Path, attribute.Attribute.Code,
                    attribute.Visible < Visibility.Shown ? attribute.Attribute.Invisible.Position : attribute.Top.Position)));
            }
            else
            {
                refused++;
            }

            if (++done % Report == 0 || done == files.Length)
            {
                await Console.Error.WriteLineAsync(
                    $"{done} of {files.Length} pictures projected{(refused > 0 ? $", {refused} could not be" : "")}.");
            }
        }

        table.Complete();
        return readings;
    }
}
