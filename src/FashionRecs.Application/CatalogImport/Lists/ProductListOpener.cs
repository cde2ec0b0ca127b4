using FashionRecs.Application.CatalogImport.Lists.Files;
using FashionRecs.Application.CatalogImport.Prices;

namespace FashionRecs.Application.CatalogImport.Lists;

/// <summary>
/// Opens lists with what the shop knows: its currency, and what people said of lists of the same source. Safe to share between threads.
/// </summary>
public sealed class ProductListOpener(RememberedColumns remembered, ShopCurrency currency)
{
    /// <summary>Opens a list and looks through it once.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">What people call it.</param>
    /// <param name="choices">What a person said of how to read it.</param>
    /// <param name="limit">How many products at most.</param>
    /// <param name="cancellation">Stops before it is read.</param>
    /// <exception cref="InvalidDataException">It cannot be read; one sentence says why, with the line.</exception>
    public async Task<ProductList> OpenAsync(string path, string name, ListChoices choices, int limit = int.MaxValue,
        CancellationToken cancellation = default)
    {
        var headings = ListFiles.Open(path, name, choices).Headings;
        var said = await remembered.TryGetAsync(headings, cancellation);
        return ProductList.Open(path, name, choices, _ => said, currency, limit);
    }
}
