using System.Globalization;
using FashionRecs.Application.Shop;

namespace FashionRecs.Tests;

/// <summary>
/// How much of its catalog a shop of a test holds. The environment variable FASHIONRECS_HELD names other products than the shop's own
/// number up to which it is held whole: with 0 every test runs on a catalog that is read by key.
/// </summary>
internal static class HeldCatalog
{
    /// <summary>A catalog that is read by key, however small.</summary>
    public static CatalogMemory None { get; } = new() { WholeUpTo = 0 };

    public static CatalogMemory Memory { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("FASHIONRECS_HELD"), NumberStyles.None, CultureInfo.InvariantCulture, out var most)
            ? new CatalogMemory { WholeUpTo = most } : new CatalogMemory();
}
