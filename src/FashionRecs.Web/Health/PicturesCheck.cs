using FashionRecs.Application.Pictures;
using FashionRecs.Application.Shop;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FashionRecs.Web.Health;

/// <summary>
/// Whether this server sees the pictures that the catalog names. One that sees none, for example since a network folder is not mounted, is
/// to get no visitors while others can serve them.
/// </summary>
internal sealed class PicturesCheck(CatalogCache catalog, PictureStore pictures) : IHealthCheck
{
    /// <summary>Products whose pictures are looked for, spread over the catalog.</summary>
    private const int Looked = 5;

    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var snapshot = await catalog.GetAsync(cancellationToken);
            var count = snapshot.Items.Count;
            int[] places = [.. Enumerable.Range(0, Math.Min(Looked, count)).Select(place => (int)((long)place * count / Looked) % count)];
            string[] names = [.. snapshot.At(places).Select(item => item.Product.Picture)];
            var seen = 0;
            foreach (var name in names)
            {
                seen += await pictures.ExistsAsync(name, cancellationToken) ? 1 : 0;
            }

            return (seen, names.Length) switch
            {
                (_, 0) => HealthCheckResult.Healthy("The catalog has no product yet."),
                (0, _) => HealthCheckResult.Unhealthy(
                    $"None of {names.Length} pictures looked for is in {pictures.Place}: this server does not see the shop's pictures."),
                var (some, all) when some < all => HealthCheckResult.Degraded(
                    $"{all - some} of {all} pictures looked for are not in {pictures.Place}; restore them from a backup."),
                _ => HealthCheckResult.Healthy($"The pictures are in {pictures.Place}."),
            };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return HealthCheckResult.Unhealthy(exception.Message);
        }
        catch (OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy($"{pictures.Place} does not answer in time.");
        }
    }
}
