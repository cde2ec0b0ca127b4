using System.Globalization;
using FashionRecs.Recommenders.Embedding;
using FashionRecs.Recommenders.Manipulation;
using FashionRecs.Recommenders.Purchases;

namespace FashionRecs.Cli.Manipulation;

/// <summary>Searches by words with the settings that are tried, learned once for all sets of pictures.</summary>
internal static class EmbeddingGrid
{
    private static readonly int[] Sizes = [32, 64, 128];
    private static readonly double[] Ridges = [0.01, 0.1, 1];
    private static readonly float[] Asked = [0.25f, 0.5f, 1, 2, 4];
    private static readonly float[] Replaced = [0, 1];

    /// <summary>Learns from products with texts; none where no list is given.</summary>
    /// <param name="products">The product list.</param>
    /// <param name="features">What the network sees in their pictures.</param>
    /// <exception cref="InvalidDataException">One of both is missing, or they do not fit each other.</exception>
    public static IReadOnlyList<(IManipulatedSearch Search, string Settings)> Learn(string? products, string? features)
    {
        if (products is null && features is null)
        {
            return [];
        }

        if (products is null || features is null)
        {
            throw new InvalidDataException("--products and --features go together.");
        }

        DescribedPicture[] pictures = [.. ListedPicture.Read(ShopProducts.Read(products), features)
            .Select(one => new DescribedPicture($"{one.Product.Name}. {one.Product.Description}", one.Features))];
        return
        [
            .. Sizes.SelectMany(size =>
            {
                var fit = new JointEmbeddingFit(pictures, new JointEmbeddingOptions { Size = size });
                return Ridges.Select(ridge => (Embedding: fit.Fit(ridge), Said: Said($"{size} numbers, ridge {ridge}")));
            }).SelectMany(one => Asked.SelectMany(asked => Replaced.Select(replaced => (
                (IManipulatedSearch)new EmbeddedSearch(one.Embedding, new EmbeddedSearchOptions { Asked = asked, Replaced = replaced }),
                Said($" ({one.Said}, {asked}, less {replaced})"))))),
        ];
    }

    private static string Said(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
