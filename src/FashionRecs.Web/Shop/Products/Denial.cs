using FashionRecs.Domain.Attributes;
using FashionRecs.Web.Languages;
using Microsoft.Extensions.Localization;

namespace FashionRecs.Web.Shop.Products;

/// <summary>Words with which a shopper says that a product does not have what the shop sees in it.</summary>
public static class Denial
{
    /// <summary>For example "This is not a V-neckline" or "These are not long sleeves".</summary>
    public static string Of(SpokenWords words, IStringLocalizer texts) =>
        words.With == words.Phrase ? texts["These are not {0}", words.Denied(texts)] : texts["This is not {0}", words.Denied(texts)];
}
