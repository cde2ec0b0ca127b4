using System.Globalization;

namespace FashionRecs.Web.Shop.Products;

/// <summary>Says who holds something true of a product.</summary>
public static class ReadingSource
{
    /// <summary>Of what a person reviewed.</summary>
    public const string Reviewed = "a person looked and said so";

    /// <summary>Of what the network says, for example "the network is 94 % sure".</summary>
    /// <param name="probability">How likely it holds it, in [0, 1].</param>
    public static string Predicted(float probability) => string.Create(CultureInfo.InvariantCulture, $"the network is {100 * probability:0} % sure");
}
