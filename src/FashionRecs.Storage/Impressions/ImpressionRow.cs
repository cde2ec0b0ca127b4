namespace FashionRecs.Storage.Impressions;

/// <summary>One list of products that was really on a shopper's screen.</summary>
public sealed class ImpressionRow
{
    /// <summary>Made by the client; logging it again changes nothing.</summary>
    public Guid Id { get; set; }
    public Guid Shopper { get; set; }

    /// <summary>Where in the shop, for example "home".</summary>
    public required string Place { get; set; }

    /// <summary>JSON array of product ids in the order of the page.</summary>
    public required string Products { get; set; }
    public long AtMilliseconds { get; set; }
}
