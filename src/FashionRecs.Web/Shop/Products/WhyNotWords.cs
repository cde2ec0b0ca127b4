using FashionRecs.Application.Shop.WhyNot;
using Microsoft.Extensions.Localization;

namespace FashionRecs.Web.Shop.Products;

/// <summary>Says why a product is not among the first picks.</summary>
internal static class WhyNotWords
{
    /// <summary>One sentence.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="outOf">Products of the shop.</param>
    /// <param name="texts">The words.</param>
    public static string Of(WhyNotThis answer, int outOf, IStringLocalizer<ShopTexts> texts) => answer.Kind switch
    {
        WhyNotKind.IsThere => texts["It is one of your first {0} picks.", WhyNotThis.FirstPage],
        WhyNotKind.NothingKnown => texts["We don't know your taste yet, so your first picks are random."],
        WhyNotKind.Chosen => texts["You have chosen it already, so we need not pick it for you."],
        WhyNotKind.TurnedDown => texts["You turned it down, so we don't pick it for you."],
        WhyNotKind.Denied => texts["You said that it lacks what we would have picked it for."],
        WhyNotKind.NoGarment => texts["We found no garment in its picture, so we don't pick it for anybody until a colleague has looked."],
        WhyNotKind.Variety =>
            texts["It scores as high as your first picks, but one of them is very much like it, and we show you one of a kind."],
        _ => texts["It is number {0} of {1} for you.", answer.Place, outOf],
    };
}
