using Microsoft.Extensions.Localization;

namespace FashionRecs.Web.Shop.Products;

/// <summary>Says who holds something true of a product.</summary>
public static class ReadingSource
{
    /// <summary>Of what a person reviewed.</summary>
    public static string Reviewed(IStringLocalizer texts) => texts["a person looked and said so"];

    /// <summary>Of what the product's own words say and the picture does not show clearly.</summary>
    public static string Text(IStringLocalizer texts) => texts["the description says so"];

    /// <summary>Of what picture and words say differently.</summary>
    public static string Contradicted(IStringLocalizer texts) => texts["picture and description differ; somebody will look"];

    /// <summary>Of what is read off the picture, for example "we are 94 % sure".</summary>
    /// <param name="probability">How likely it holds it, in [0, 1].</param>
    /// <param name="texts">The words.</param>
    public static string Predicted(float probability, IStringLocalizer texts) => texts["we are {0} % sure", MathF.Round(100 * probability)];
}
