using System.Globalization;

namespace FashionRecs.Web.Shop.Products;

/// <summary>Says who holds something true of a product.</summary>
public static class ReadingSource
{
    /// <summary>Of what a person reviewed.</summary>
    public const string Reviewed = "a person looked and said so";

    /// <summary>Of what the product's own words say and the picture does not show clearly.</summary>
    public const string Text = "the description says so";

    /// <summary>Of what picture and words say differently.</summary>
    public const string Contradicted = "picture and description differ; somebody will look";

    /// <summary>Of what is read off the picture, for example "we are 94 % sure".</summary>
    /// <param name="probability">How likely it holds it, in [0, 1].</param>
    public static string Predicted(float probability) =>
        string.Create(CultureInfo.InvariantCulture, $"we are {100 * probability:0} % sure");
}
