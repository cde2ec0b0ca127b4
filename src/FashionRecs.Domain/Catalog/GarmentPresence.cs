using FashionRecs.Domain.Projection;
using FashionRecs.Domain.Texts;

namespace FashionRecs.Domain.Catalog;

/// <summary>Tells a picture of nothing, such as "Photo follows soon" or a table of sizes, by what the network said of it.</summary>
public static class GarmentPresence
{
    /// <summary>What people are told of such a picture; a short sentence without a full stop.</summary>
    public const string Missing = "no garment was found in the picture";

    /// <summary>
    /// Whether the network found no garment where there should be one: it says of every attribute that the picture does not show it, and
    /// the product is nothing that has no attributes by its nature. A list's type decides that; where it names nothing that is known, as in
    /// "Accessories", the name does.
    /// </summary>
    public static bool IsMissing(Product product, PredictedTags predicted) =>
        predicted.Attributes.All(said => said.Visible < Visibility.Shown) && !IsWithoutAttributes(product);

    private static bool IsWithoutAttributes(Product product) =>
        GarmentNames.Default.AreWithoutAttributes(GarmentNames.Default.In(product.Type).Count > 0 ? product.Type : product.Name);
}
