using FashionRecs.Core.Catalog;

namespace FashionRecs.Web.Shop.Taste;

/// <summary>What the shop's pages need kept.</summary>
public interface IShopStore
{
    /// <summary>Everything that can be shown, in a fixed order.</summary>
    Task<IReadOnlyList<CatalogItem>> ItemsAsync(CancellationToken cancellation = default);

    /// <summary>The bytes of a picture as it was imported, or null.</summary>
    Task<byte[]?> PictureAsync(string fingerprint, CancellationToken cancellation = default);

    /// <summary>What a shopper did, oldest first, without what was taken back.</summary>
    Task<IReadOnlyList<ShopperEvent>> HistoryAsync(Guid shopper, CancellationToken cancellation = default);

    /// <summary>Keeps an event; false where one with its id was kept before.</summary>
    Task<bool> AppendAsync(Guid shopper, ShopperEvent happened, CancellationToken cancellation = default);

    /// <summary>Takes an event back; false where it is unknown or was taken back before.</summary>
    Task<bool> UndoAsync(Guid shopper, Guid happened, CancellationToken cancellation = default);
}
