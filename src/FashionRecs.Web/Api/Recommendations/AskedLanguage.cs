using FashionRecs.Web.Api.Protocol;
using FashionRecs.Web.Languages;
using FashionRecs.Web.Shop;
using Microsoft.Extensions.Localization;

namespace FashionRecs.Web.Api.Recommendations;

/// <summary>
/// The texts in which an answer says its sentences. English where none is asked for: what a visitor's browser prefers says nothing of the
/// shop that asks.
/// </summary>
internal sealed class AskedLanguage(ShopLanguages languages, PageLanguage page, IStringLocalizer<ShopTexts> texts)
{
    /// <summary>What the parameter means, for the description.</summary>
    public const string Means = "Language of the sentences, such as de or zh-CN; English without.";

    /// <summary>The texts in a language; they stay in it for the rest of the request.</summary>
    /// <param name="code">Its code; null for English.</param>
    /// <exception cref="ApiRefusedException">There are no texts in it; the sentence names those that there are.</exception>
    public IStringLocalizer<ShopTexts> In(string? code)
    {
        page.Current = string.IsNullOrEmpty(code) ? ShopLanguage.English : languages.TryFind(code)
            ?? throw ApiRefusedException.Bad(
                $"language: There are no texts in that language, but in {string.Join(", ", languages.All.Select(one => one.Code))}.");
        return texts;
    }
}
