using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;

namespace FashionRecs.Application.Review;

/// <summary>Keeps how much of each attribute's region lies on the garment. Safe to share between threads.</summary>
public interface IRegionCheckStore
{
    /// <summary>All parts that were measured for the readings in use, by product and attribute.</summary>
    Task<IReadOnlyDictionary<string, IReadOnlyDictionary<GarmentAttribute, double>>> AllAsync(CancellationToken cancellation = default);

    /// <summary>
    /// Changes with whatever could change <see cref="AllAsync"/>: another measurement, or other weights in use. Far cheaper than it on a
    /// large catalog.
    /// </summary>
    Task<(int Checks, long Use)> StampAsync(CancellationToken cancellation = default);

    /// <summary>Keeps the parts of some products' regions.</summary>
    Task SaveAsync(IReadOnlyList<(CatalogItem Item, IReadOnlyDictionary<GarmentAttribute, double> Parts)> checks,
        CancellationToken cancellation = default);

    /// <summary>Products whose regions have not been measured for the reading in use, by id.</summary>
    Task<IReadOnlyList<string>> MissingAsync(int most, CancellationToken cancellation = default);
}
