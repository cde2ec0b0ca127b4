using FashionRecs.Training.Datasets;

namespace FashionRecs.Training.Audit;

/// <summary>What the audit found, of all themes or of those of one attribute.</summary>
public sealed record AuditFigures
{
    /// <summary>Cards that were read.</summary>
    public required int Cards { get; init; }

    /// <summary>Reasons on them.</summary>
    public required int Reasons { get; init; }

    /// <summary>Different pictures among the reasons: what intervals are resampled over.</summary>
    public required int Pictures { get; init; }

    /// <summary>Of the reasons with a label, those whose value, or a member of whose family, is labelled <c>y</c>.</summary>
    public required ClusteredShare True { get; init; }

    /// <summary>Of them, those labelled <c>m</c> at best.</summary>
    public required ClusteredShare Arguable { get; init; }

    /// <summary>Of them, those labelled <c>n</c>.</summary>
    public required ClusteredShare False { get; init; }

    /// <summary>Of all reasons, those said of a single value rather than a family.</summary>
    public required ClusteredShare Finest { get; init; }

    /// <summary>Reasons without a label; left out of the shares of true, arguable and false.</summary>
    public required int Unknown { get; init; }

    /// <summary>Of the cards for which some value of the picture speaks, those without a reason.</summary>
    public required ClusteredShare Withheld { get; init; }

    /// <summary>Of the cards that have the liked value by label, those whose reason names it or its family.</summary>
    public required ClusteredShare LikedNamed { get; init; }

    /// <summary>
    /// Of the first eight cards of a page whose attribute is labelled, how many have the liked value by label; resampled over shoppers.
    /// </summary>
    public required ClusteredShare First8Liked { get; init; }

    /// <summary>The same of the first eight cards whatever they are labelled: a card without a label counts as not having it.</summary>
    public required ClusteredShare First8LikedOfAll { get; init; }

    /// <summary>Of the reasons whose part is known, those whose region holds its middle.</summary>
    public required ClusteredShare RegionOnPart { get; init; }

    /// <summary>Of the reasons about whose attribute the product's words say something, those that say something else.</summary>
    public required ClusteredShare ContradictsText { get; init; }

    /// <summary>
    /// Sums up cards. Reasons count for the attribute they name, cards and pages for the attribute that the shopper likes.
    /// </summary>
    /// <param name="cards">The cards, page by page.</param>
    /// <param name="reasons">The reasons to count.</param>
    /// <param name="options">The seed.</param>
    public static AuditFigures Of(IReadOnlyList<AuditedCard> cards, IReadOnlyList<AuditedReason> reasons, AuditOptions options)
    {
        var judged = reasons.Where(reason => reason.Letter != LabelLetter.Unknown).ToArray();
        var pages = cards.GroupBy(card => card.Shopper).ToArray();
        return new AuditFigures
        {
            Cards = cards.Count,
            Reasons = reasons.Count,
            Pictures = reasons.Select(reason => reason.Picture).Distinct().Count(),
            Unknown = reasons.Count - judged.Length,
            True = Share(judged.Select(reason => (reason.Picture, Is(reason.Letter == LabelLetter.Yes), 1.0))),
            Arguable = Share(judged.Select(reason => (reason.Picture, Is(reason.Letter == LabelLetter.Maybe), 1.0))),
            False = Share(judged.Select(reason => (reason.Picture, Is(reason.Letter == LabelLetter.No), 1.0))),
            Finest = Share(reasons.Select(reason => (reason.Picture, Is(reason.Share.Family is null), 1.0))),
            Withheld = Share(cards.Where(card => card.HasContribution).Select(card => (card.Picture, Is(card.Reasons.Count == 0), 1.0))),
            LikedNamed = Share(cards.Where(card => card.Liked == true).Select(card => (card.Picture, Is(card.NamesLiking), 1.0))),
            First8Liked =
                Share(pages.Select(page =>
                (page.Key, (double)page.Where(card => card.Liked is not null).Take(8).Count(card => card.Liked == true), 1.0))),
            First8LikedOfAll = Share(pages.Select(page => (page.Key, (double)page.Take(8).Count(card => card.Liked == true), 1.0))),
            RegionOnPart =
                Share(reasons.Where(reason => reason.OnPart is not null)
                .Select(reason => (reason.Picture, Is(reason.OnPart == true), 1.0))),
            ContradictsText =
                Share(reasons.Where(reason => reason.ContradictsText is not null)
                .Select(reason => (reason.Picture, Is(reason.ContradictsText == true), 1.0))),
        };

        ClusteredShare Share(IEnumerable<(int, double, double)> observations) => ClusteredShare.Of(observations, options.Seed);
    }

    private static double Is(bool fact) => fact ? 1 : 0;
}
