namespace FashionRecs.Storage.Shoppers;

/// <summary>A shopper. Their weights are not stored: they follow from the events alone.</summary>
public sealed class ShopperRow
{
    public Guid Id { get; set; }

    /// <summary>Grows with every event, so that other processes notice.</summary>
    public long Revision { get; set; }
    /// <summary>A mark that shoppers share who came first from one address in one week; null where none was kept.</summary>
    public string? Origin { get; set; }
    public long CreatedMilliseconds { get; set; }
}
