using FashionRecs.Web.Languages;
using FashionRecs.Web.Shop;
using Microsoft.Extensions.Localization;

namespace FashionRecs.Web.Tests.Languages;

/// <summary>The shop's texts in a language, outside of a shop.</summary>
internal static class SpokenTexts
{
    public static IStringLocalizer<ShopTexts> In(string language) =>
        new LanguageTexts(new PageLanguage { Current = new ShopLanguages().TryFind(language)! });
}
