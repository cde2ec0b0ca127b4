using FashionRecs.Web.Shop;
using Microsoft.Extensions.Localization;

namespace FashionRecs.Web.Languages;

/// <summary>The shop's texts in the language of the page.</summary>
public sealed class LanguageTexts(PageLanguage page) : IStringLocalizer<ShopTexts>, ILanguageTexts
{
    /// <inheritdoc/>
    public ShopLanguage Language => page.Current;

    /// <inheritdoc/>
    public LocalizedString this[string name] => Language.Text(name) is { } text ? new(name, text) : new(name, name, resourceNotFound: true);

    /// <inheritdoc/>
    public LocalizedString this[string name, params object[] arguments] =>
        new(name, Language.Format(Language.Text(name) ?? name, arguments), Language.Text(name) is null);

    /// <inheritdoc/>
    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => [];
}
