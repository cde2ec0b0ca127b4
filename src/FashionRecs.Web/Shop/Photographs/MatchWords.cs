using FashionRecs.Application.Shop.Photographs;
using FashionRecs.Web.Languages;
using Microsoft.Extensions.Localization;

namespace FashionRecs.Web.Shop.Photographs;

/// <summary>Says what a product and a photograph have in common, and in what the product is otherwise.</summary>
internal static class MatchWords
{
    /// <summary>For example "The same V-neckline and long sleeves, but a short skirt"; empty where neither is sure.</summary>
    public static string Of(PhotographMatch match, IStringLocalizer texts)
    {
        var shared = Spoken.List([.. match.Shared.Select(statement => statement.In(texts).Its(texts))], texts);
        var other = Spoken.List([.. match.Other.Select(statement => statement.In(texts).Its(texts))], texts);
        return (shared.Length, other.Length) switch
        {
            (0, 0) => "",
            (0, _) => texts["Alike, but with its {0}", other],
            (_, 0) => texts["The same {0}", shared],
            _ => texts["The same {0}, but with its {1}", shared, other],
        };
    }
}
