using FashionRecs.Domain.Attributes;
using Microsoft.Extensions.Localization;

namespace FashionRecs.Web.Shop.Products;

/// <summary>Words with which a shopper says that a product does not have what the shop sees in it.</summary>
public static class Denial
{
    /// <summary>For example "This is not a V-neckline" or "These are not long sleeves".</summary>
    public static string Of(string phrase, IStringLocalizer texts) =>
        AttributeValue.WithArticle(phrase) == phrase
            ? texts["These are not {0}", phrase] : texts["This is not {0}", AttributeValue.WithArticle(phrase)];
}
