using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Hashing;
using FashionRecs.Domain.Projection;

namespace FashionRecs.Domain.Explanations.Views;

/// <summary>Cuts one explanation to what an arm's view shows. Words and region always speak of the same value.</summary>
public static class ExplanationViewComposer
{
    /// <summary>What to show.</summary>
    /// <param name="view">The arm's view.</param>
    /// <param name="item">The recommended product.</param>
    /// <param name="explanation">Why it is recommended.</param>
    /// <param name="hidden">The explanation, under the same weights, of the product that the shopper last hid; null if none.</param>
    /// <param name="seed">Seed of the placebo: the phase's seed and the unit, so that a shopper sees the same reason again.</param>
    public static ShownExplanation Compose(ExplanationView view, CatalogItem item, Explanation explanation, Explanation? hidden, string seed)
    {
        // Where there is no reason worth saying, no arm says one, so that the arms stay comparable.
        if (view == ExplanationView.None || explanation.Reason is not { } reason)
        {
            return ShownExplanation.Nothing(view);
        }

        if (view == ExplanationView.Placebo && Placebo(item, explanation, seed) is { } placebo)
        {
            return placebo;
        }

        var sentence = $"because of its {reason.Value.Phrase}";
        return view switch
        {
            ExplanationView.Words => new(view, sentence, reason.Value, null, false, []),
            ExplanationView.Box => new(view, null, reason.Value, reason.Box, false, []),
            ExplanationView.Map => new(view, null, reason.Value, null, true, []),
            ExplanationView.BoxWithWordsAndShares => new(view, sentence, reason.Value, reason.Box, false, explanation.Shares),
            ExplanationView.Contrast when Difference(explanation, hidden) is { } best =>
                new(view, $"rather than the one you hid, because of its {best.Value.Phrase}", best.Value, best.Box, false, []),
            _ => new(ExplanationView.BoxWithWords, sentence, reason.Value, reason.Box, false, []),
        };
    }

    /// <summary>The sayable reason by which the product gains most over the hidden one; null if there is none.</summary>
    private static Share? Difference(Explanation explanation, Explanation? hidden) =>
        hidden is null
            ? null
            : explanation.Reasons
                .Select(reason => (Reason: reason, Gain: reason.Contribution - hidden.Shares.Where(share => share.Value == reason.Value).Sum(share => share.Contribution)))
                .Where(pair => pair.Gain > 0)
                .OrderByDescending(pair => pair.Gain)
                .Select(pair => pair.Reason)
                .FirstOrDefault();

    /// <summary>A true value that is not why the product is recommended; null where it has no other.</summary>
    private static ShownExplanation? Placebo(CatalogItem item, Explanation explanation, string seed)
    {
        var others = item.Readings.Where(reading => IsTrue(reading) && reading.Top != explanation.Reason!.Value).ToArray();
        // A second reason would be true, too; it is drawn only where there is nothing else.
        var candidates = others.Where(reading => explanation.Reasons.All(reason => reason.Value != reading.Top)).ToArray() is { Length: > 0 } idle ? idle : others;
        if (candidates.Length == 0)
        {
            return null;
        }

        var number = UnitHash.Compute(seed, $"placebo:{item.Product.Id}")!.Value;
        var drawn = candidates[(int)(number * candidates.Length)];
        return new(ExplanationView.Placebo, $"because of its {drawn.Top.Phrase}", drawn.Top, drawn.Box, false, []);
    }

    private static bool IsTrue(AttributeReading reading) =>
        reading.Box is not null && reading.Visible >= Visibility.Shown && reading.Probabilities[reading.Top.Position] >= Visibility.Shown;
}
