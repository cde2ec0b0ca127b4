using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Projection;

namespace FashionRecs.Application.Review.Grid;

/// <summary>One product in a grid of regions.</summary>
/// <param name="Item">The product.</param>
/// <param name="Region">
/// Where the value shows; null where no region is known, or there is none to see, so that the whole picture is shown.
/// </param>
/// <param name="Sure">How sure the shop is of the value, in [0, 1].</param>
public sealed record RegionCell(CatalogItem Item, PixelBox? Region, float Sure);
