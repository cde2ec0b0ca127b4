using FashionRecs.Application.Shop;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Reviews;
using FashionRecs.Domain.Reviews.Annotations;

namespace FashionRecs.Application.Review.Grid;

/// <summary>
/// Finds the products that are called by one value and that nobody has looked at, least sure first: many regions of one value beside each
/// other show the wrong ones at
/// a glance. Catalog and annotations lie in memory, so that a page asks two small queries. Safe to share between threads.
/// </summary>
public sealed class RegionGrid(WholeCatalog catalog, ReviewBookCache annotations)
{
    /// <summary>Products of a value on which a word is still wanted.</summary>
    /// <param name="value">The value that they are called by.</param>
    /// <param name="but">Products that are passed over.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>The first of them, and how many there are in all, those passed over among them.</returns>
    public async Task<(IReadOnlyList<RegionCell> Cells, int Total)> FindAsync(
        AttributeValue value, IReadOnlySet<string> but, int count, CancellationToken cancellation = default)
    {
        var (shop, book) = (await catalog.GetAsync(cancellation), await annotations.GetAsync(cancellation));
        RegionCell[] open = [.. shop.Items.Where(item => IsOpen(item, book, value.Attribute) && Called(item, value.Attribute) == value)
            .Select(item => new RegionCell(item, RegionOf(item, value), item[value.Attribute]!.Probabilities[value.Position]))];
        return ([.. open.Where(cell => !but.Contains(cell.Item.Product.Id)).OrderBy(cell => cell.Sure)
            .ThenBy(cell => cell.Item.Product.Id, StringComparer.Ordinal).Take(count)], open.Length);
    }

    /// <summary>How many products are called by each value of each attribute and wait for a look, in the vocabulary's order.</summary>
    public async Task<IReadOnlyList<(GarmentAttribute Attribute, IReadOnlyList<(AttributeValue Value, int Count)> Values)>> CountAsync(
        AttributeVocabulary vocabulary, CancellationToken cancellation = default)
    {
        var (shop, book) = (await catalog.GetAsync(cancellation), await annotations.GetAsync(cancellation));
        var counts = new int[vocabulary.Values.Count];
        foreach (var item in shop.Items)
        {
            foreach (var reading in item.Readings.Where(reading => IsOpen(item, book, reading.Attribute)))
            {
                counts[NetworkAnswer.Of(reading.Attribute, reading.Probabilities).Index]++;
            }
        }

        return [.. vocabulary.Attributes.Select(attribute => (
            attribute, (IReadOnlyList<(AttributeValue, int)>)[.. attribute.Values.Select(value => (value, counts[value.Index]))]))];
    }

    /// <summary>What people who looked say of an attribute of some products: the word that counts among them, by product.</summary>
    public async Task<IReadOnlyDictionary<string, Annotation>> SaidAsync(GarmentAttribute attribute, IEnumerable<string> products,
        CancellationToken cancellation = default)
    {
        var book = await annotations.GetAsync(cancellation);
        return products.Select(product => (product, said: book.Of(product, attribute).LastOrDefault(annotation => !annotation.IsUnseen)))
            .Where(pair => pair.said is not null).ToDictionary(pair => pair.product, pair => pair.said!, StringComparer.Ordinal);
    }

    private static bool IsOpen(CatalogItem item, ReviewBook book, GarmentAttribute attribute) =>
        item.Predicted is not null && book.Of(item.Product.Id, attribute).All(annotation => annotation.IsUnseen);

    private static AttributeValue? Called(CatalogItem item, GarmentAttribute attribute) =>
        item[attribute] is { } reading ? NetworkAnswer.Of(attribute, reading.Probabilities) : null;

    private static Domain.Projection.PixelBox? RegionOf(CatalogItem item, AttributeValue value) =>
        value.IsInvisible ? null : item[value.Attribute]!.RegionOf([value])?.Box ?? item[value.Attribute]!.Region?.Box;
}
