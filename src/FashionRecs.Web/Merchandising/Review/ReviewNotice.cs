namespace FashionRecs.Web.Merchandising.Review;

/// <summary>Tells that something was said of a product.</summary>
/// <param name="Product">The product.</param>
/// <param name="Person">Who said it; null where a region was worked out.</param>
internal sealed record ReviewNotice(string Product, string? Person);
