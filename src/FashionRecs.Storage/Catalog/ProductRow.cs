namespace FashionRecs.Storage.Catalog;

/// <summary>A product and what the network said of it.</summary>
public sealed class ProductRow
{
    public required string Id { get; set; }
    public required string Name { get; set; }
    public required string Type { get; set; }
    public required string Group { get; set; }
    public required string Section { get; set; }
    public required string Colour { get; set; }
    public required string Pattern { get; set; }
    public decimal? Price { get; set; }
    public required string Description { get; set; }
    public required string Picture { get; set; }
    public int PictureWidth { get; set; }
    public int PictureHeight { get; set; }

    /// <summary>Fingerprint of the weights behind <see cref="Tags"/>, or null before projection.</summary>
    public string? Fingerprint { get; set; }

    /// <summary>Predicted values and boxes (<see cref="ReadingsBlob"/>), or null before projection.</summary>
    public byte[]? Tags { get; set; }

    /// <summary>Whether the product was taken out of the shop; its row stays, for the histories that name it.</summary>
    public bool Removed { get; set; }

    /// <summary>The catalog's revision at which this row last changed.</summary>
    public long Revision { get; set; }
}
