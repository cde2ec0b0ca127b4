using FashionRecs.Domain.Attributes;

namespace FashionRecs.Web.Shop.Products;

/// <summary>Words with which a shopper says that a product does not have what the shop sees in it.</summary>
public static class Denial
{
    /// <summary>For example "This is not a V-neckline" or "These are not long sleeves".</summary>
    public static string Of(string phrase) =>
        $"{(AttributeValue.WithArticle(phrase) == phrase ? "These are" : "This is")} not {AttributeValue.WithArticle(phrase)}";
}
