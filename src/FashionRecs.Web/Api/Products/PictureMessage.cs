using FashionRecs.Application.Catalog.Editing;

namespace FashionRecs.Web.Api.Products;

/// <summary>A picture of a product: where it is, or itself.</summary>
/// <param name="Address">Where it is in the public internet; null where its bytes are here.</param>
/// <param name="Bytes">The JPEG, PNG, WebP, HEIC or AVIF file, in Base64; null where an address says where it is.</param>
internal sealed record PictureMessage(string? Address = null, byte[]? Bytes = null)
{
    public SentPicture Sent() => new(Address, Bytes is { } bytes ? (ReadOnlyMemory<byte>?)bytes : null);
}
