using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Projection;

namespace FashionRecs.Web.Shop.Products;

/// <summary>Says in what two products differ beside the one value that was changed.</summary>
public static class Differences
{
    /// <summary>For example "also another colour and sleeve length", or that nothing else differs.</summary>
    /// <param name="from">The product that was looked at.</param>
    /// <param name="to">The one that was found.</param>
    /// <param name="changed">The attribute that was changed on purpose.</param>
    public static string Said(CatalogItem from, CatalogItem to, GarmentAttribute changed)
    {
        var other = from.Readings.Where(reading => reading.Attribute != changed && Shown(reading) != (to[reading.Attribute] is { } same ? Shown(same) : null))
            .Select(reading => reading.Attribute.English.ToLowerInvariant()).ToList();
        if (from.Product.Type != to.Product.Type)
        {
            other.Insert(0, "type");
        }

        if (from.Product.Colour != to.Product.Colour)
        {
            other.Add("colour");
        }

        return other.Count switch
        {
            0 => "Nothing else differs",
            1 => $"Also another {other[0]}",
            _ => $"Also another {string.Join(", ", other.SkipLast(1))} and {other[^1]}",
        };
    }

    private static AttributeValue? Shown(AttributeReading reading) => reading.Visible >= Visibility.Shown ? reading.Top : null;
}
