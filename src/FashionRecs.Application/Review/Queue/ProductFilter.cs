using FashionRecs.Application.CatalogImport;
using FashionRecs.Domain.Catalog;

namespace FashionRecs.Application.Review.Queue;

/// <summary>The part of a filter that asks for facts of products rather than for tags.</summary>
internal sealed class ProductFilter(ReviewFilter filter, Arrivals arrivals)
{
    private readonly string[] words = filter.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    private readonly HashSet<string> only =
        filter.Only.Split('\n', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether a product is one of those asked for.</summary>
    public bool Passes(Product product) =>
        (only.Count == 0 || only.Contains(product.Id)) && Is(product.Type, filter.Type) && Is(product.Colour, filter.Colour)
        && Is(product.Section, filter.Section)
        && (filter.Least is null || product.Price >= filter.Least) && (filter.Most is null || product.Price <= filter.Most)
        && Came(product.Id) && words.All(word => Holds(product, word));

    private static bool Is(string text, string asked) => asked.Length == 0 || text.Equals(asked, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether one import is of that name and of these days.</summary>
    private bool Came(string product) => (filter.Import, filter.From, filter.Until) == (null, null, null)
        || arrivals.Of(product).Any(arrival => (filter.Import is null || arrival.Import == filter.Import)
            && DateOnly.FromDateTime(arrival.At.UtcDateTime) is var day && (filter.From is null || day >= filter.From)
            && (filter.Until is null || day <= filter.Until));

    private static bool Holds(Product product, string word) =>
        ((string[])[product.Id, product.Name, product.Type, product.Colour, product.Section])
            .Any(text => text.Contains(word, StringComparison.OrdinalIgnoreCase));
}
