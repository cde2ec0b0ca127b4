using System.Collections.Concurrent;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Explanations;
using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Domain.Projection;

namespace FashionRecs.Experiments.Metrics;

/// <summary>What a view shows where there is a reason, found by asking it to explain a made-up product. Thread-safe.</summary>
/// <param name="Words">Whether it names something in words.</param>
/// <param name="Region">Whether it marks a region or lays a map over the picture.</param>
/// <param name="Contributions">Whether a product's page lists contributions, with maps to switch on.</param>
internal sealed record ViewParts(bool Words, bool Region, bool Contributions)
{
    private static readonly ConcurrentDictionary<ExplanationView, ViewParts> Known = new();

    /// <summary>The parts of a view.</summary>
    public static ViewParts Of(ExplanationView view) => Known.GetOrAdd(view, Probe);

    private static ViewParts Probe(ExplanationView view)
    {
        var value = AttributeVocabularyFile.Default.Values.First(value => !value.IsInvisible);
        var share = new Share(value, 1, 1, 1, new PartRegion(new PixelBox(1, 2, 3, 4), 1), TagSource.Predicted);
        var item = new CatalogItem(
            AttributeVocabularyFile.Default,
            new Product { Id = "p", Name = "Blouse", Picture = "p", PictureWidth = 30, PictureHeight = 40 }, null, []);
        var card = view.Compose(new(item, new Explanation(1, [share], [share])));
        var page = view.Compose(new(item, new Explanation(1, [share], [share]), ExplanationPlace.ProductPage));
        return new(
            card.Sentence is not null || page.Sentence is not null, card.Marked.Count > 0 || card.Map is not null,
            page.Contributions.Count > 0);
    }
}
