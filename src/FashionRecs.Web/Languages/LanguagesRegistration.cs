using FashionRecs.Web.Shop;
using Microsoft.Extensions.Localization;

namespace FashionRecs.Web.Languages;

/// <summary>Registers the shop's texts and languages.</summary>
public static class LanguagesRegistration
{
    public static IServiceCollection AddLanguages(this IServiceCollection services) => services.AddLocalization()
        .AddSingleton<ShopLanguages>().AddScoped<PageLanguage>().AddScoped<IStringLocalizer<ShopTexts>, LanguageTexts>();
}
