using FashionRecs.Application.Shop;

namespace FashionRecs.Web.Shop.Bag;

/// <summary>
/// How much lies in the bag, for the header: the page that was loaded for the shopper knows it, and nobody asks a second time. One per
/// request or circuit.
/// </summary>
public sealed class BagCount
{
    /// <summary>Pieces that are sold; 0 until a page was loaded.</summary>
    public int Now { get; private set; }

    /// <summary>It is another number now.</summary>
    public event Action? Changed;

    /// <summary>Takes over what a page was loaded with.</summary>
    public void Take(CatalogSnapshot catalog, ShopperProfile shopper)
    {
        var count = shopper.Bag.Where(product => catalog.IndexOf(product) >= 0).Sum(shopper.Quantity);
        if (count != Now)
        {
            Now = count;
            Changed?.Invoke();
        }
    }
}
