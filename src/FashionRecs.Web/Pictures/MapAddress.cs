using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Projection;

namespace FashionRecs.Web.Pictures;

/// <summary>
/// Addresses of heat maps. They hold the fingerprints of the picture and of the weights, so that what an address shows never changes.
/// Thread-safe.
/// </summary>
public sealed class MapAddress(IPictureProjector projector, ILogger<MapAddress> log)
{
    private const int Digits = 16;

    private bool told;

    /// <summary>First digits of the fingerprint of the weights that make maps; null where there are none.</summary>
    public string? Current => Weights();

    /// <summary>
    /// The map of a value, or the summed one of its family, over a product's picture; null where the product was read by other weights, so
    /// that map, words and region come from the same numbers.
    /// </summary>
    public string? Of(CatalogItem item, AttributeValue value, bool ofFamily = false) =>
        item.Predicted is { } predicted && Current is { } current && predicted.Fingerprint.StartsWith(current, StringComparison.Ordinal)
            ? $"/pictures/{item.Product.Picture}/maps/{current}/{value.Index}{(ofFamily ? MapEndpoint.OfFamily : "")}.png"
            : null;

    /// <summary>Asked each time, since other weights may have been taken into use.</summary>
    private string? Weights()
    {
        try
        {
            return projector.Fingerprint[..Digits];
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            if (!told)
            {
                told = true;
                log.LogWarning("There are no heat maps, since the network cannot be read: {Reason}", exception.Message);
            }

            return null;
        }
    }
}
