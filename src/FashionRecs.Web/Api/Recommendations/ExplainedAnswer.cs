using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Explanations;
using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Web.Api.Products;
using FashionRecs.Web.Languages;
using FashionRecs.Web.Shop.Reasons;
using Microsoft.Extensions.Localization;

namespace FashionRecs.Web.Api.Recommendations;

/// <summary>
/// Why a product has its score, as the pages say it. The effects of the contributions add up to the score, to the last hundredth.
/// </summary>
/// <param name="Score">The score in hundredths' precision.</param>
/// <param name="Contributions">What it is the sum of, largest first whether for or against.</param>
/// <param name="Sentence">The reason in words; null where there is none that is both large and sure.</param>
/// <param name="Silence">Why there is no sentence; null where there is one.</param>
internal sealed record ExplainedAnswer(decimal Score, IReadOnlyList<ContributionAnswer> Contributions, string? Sentence, string? Silence)
{
    /// <summary>The answer for a product, made of the same numbers and words as the pages.</summary>
    /// <param name="item">The product.</param>
    /// <param name="why">Why it has its score.</param>
    /// <param name="composed">What is shown of it.</param>
    /// <param name="texts">The words.</param>
    public static ExplainedAnswer Of(CatalogItem item, Explanation why, ComposedExplanation composed, IStringLocalizer texts)
    {
        var said = composed.Reasons.Select(reason => reason.Code).ToHashSet();
        var marked = composed.Marked.Select(reason => reason.Code).ToHashSet();
        var hundredths = LargestRemainder.Of([.. why.Contributions.Select(part => part.Effect)]);
        return new ExplainedAnswer(
            LargestRemainder.Of(why.Score) / 100m,
            [.. why.Contributions.Zip(hundredths, (part, effect) => ContributionAnswer.Of(item.Product, part, effect,
                said.Contains(part.Code), marked.Contains(part.Code), texts))],
            composed.Sentence is { } sentence ? SentenceWords.Said(sentence, texts) : null,
            composed.Sentence is not null
                ? null : !composed.View.HasWords ? "This view says nothing in words."
                : why.Contributions.Count == 0 ? "Nothing is known of the shopper's taste that concerns this product."
                : "No contribution is at once the largest, sure, and seen in the picture.");
    }
}

/// <summary>One contribution to a score.</summary>
/// <param name="Code">The value or family, such as neckline_design:V Neckline, or the kind of evidence.</param>
/// <param name="Phrase">In a shopper's words.</param>
/// <param name="Kind">value for what the picture or the words show, evidence for what others chose and the like.</param>
/// <param name="Effect">What it adds to the score, or takes from it, in hundredths' precision.</param>
/// <param name="Certainty">For a value: chance in [0.5, 1] that the shopper's liking has that sign; else null.</param>
/// <param name="Said">Whether the sentence names it.</param>
/// <param name="Marked">Whether the pages mark its region.</param>
/// <param name="Region">Where the picture shows it; null where it is not seen in the picture.</param>
internal sealed record ContributionAnswer(string Code, string Phrase, string Kind, decimal Effect, double? Certainty, bool Said,
    bool Marked, RegionAnswer? Region)
{
    public static ContributionAnswer Of(Product product, Contribution part, int hundredths, bool said, bool marked,
        IStringLocalizer texts) => part is Share share
        ? new(share.FullCode, share.In(texts).Phrase, "value", hundredths / 100m, Math.Round(share.Certainty, 4), said, marked,
            RegionAnswer.Of(product, share.Region))
        : new(part.Code, texts[part.Words], "evidence", hundredths / 100m, null, said, marked, null);
}
