using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Explanations;
using FashionRecs.Domain.Preferences;
using FashionRecs.Domain.Ranking;
using FashionRecs.Domain.Texts;
using FashionRecs.Training.Datasets;
using SkiaSharp;

namespace FashionRecs.Training.Audit;

/// <summary>
/// Reads the pages of simulated shoppers who each like one value, through the very learner, ranking and explainer of the shop, and keeps
/// every card and reason beside what people said of the picture. Deterministic under its seed.
/// </summary>
/// <param name="vocabulary">The vocabulary.</param>
/// <param name="prior">What the shop believes of a new shopper.</param>
/// <param name="preferences">How it learns.</param>
/// <param name="explainer">The shop's explainer.</param>
/// <param name="ranking">The shop's ranking.</param>
/// <param name="texts">Reads the products' own words to see whether reasons contradict them; null without products.</param>
public sealed class ExplanationAudit(
    AttributeVocabulary vocabulary, PreferencePrior prior, PreferenceOptions preferences, Explainer explainer, RankingOptions ranking,
    ProductTextReader? texts = null)
{
    /// <summary>Runs the audit.</summary>
    /// <returns>All cards of all shoppers, page by page in order.</returns>
    public IReadOnlyList<AuditedCard> Run(IReadOnlyList<AuditedPicture> pictures, AuditOptions options,
        CancellationToken cancellation = default)
    {
        var matrix = ItemMatrix.Of([.. pictures.Select(picture => picture.Item.Vector)], vocabulary.Values.Count);
        var learner = new PreferenceLearner(prior.Among(matrix), preferences);
        var cards = new List<AuditedCard>();
        var shopper = 0;
        foreach (var theme in AuditTheme.Of(vocabulary, pictures, options.LeastPhotographs))
        {
            int[] having = [.. Enumerable.Range(0, pictures.Count).Where(index => theme.IsShownBy(pictures[index]))];
            for (var turn = 0; turn < options.Shoppers; turn++, shopper++)
            {
                cancellation.ThrowIfCancellationRequested();
                var random = new Random(unchecked((options.Seed * 1_000_003) + shopper));
                var (state, used) = Learn(learner, pictures, having, options, random);
                var page = PageRanker.Rank(
                    matrix, index => pictures[index].Item.Vector, state, options.Page, ranking, options.Seed + shopper,
                    index => !used.Contains(index),
                    index => pictures[index].Item.Product.Name);
                cards.AddRange(page.Select(ranked => Read(pictures, ranked.Item, shopper, theme, state)));
            }
        }

        return cards;
    }

    private (PreferenceState State, HashSet<int> Liked) Learn(PreferenceLearner learner, IReadOnlyList<AuditedPicture> pictures,
        int[] having, AuditOptions options, Random random)
    {
        int[] chosen = [.. Draw(having, options.Likes, random)];
        var lacking = Enumerable.Range(0, pictures.Count).Except(having).ToArray();
        int[] stray = [.. Draw(lacking, options.StrayLikes, random)];
        var acts = chosen.Concat(stray).Select(index => new PreferenceEvent(PreferenceSignal.Like, pictures[index].Item.Vector))
            .Concat(Draw(lacking, options.Views, random)
                .Select(index => new PreferenceEvent(PreferenceSignal.View, pictures[index].Item.Vector)))
            .Concat(Draw(lacking, options.Skipped, random)
                .Select((index, at) => new PreferenceEvent(PreferenceSignal.Skipped, pictures[index].Item.Vector, null, at)))
            .ToArray();
        random.Shuffle(acts);
        return (learner.Replay(acts), [.. chosen, .. stray]);
    }

    private static IEnumerable<int> Draw(int[] from, int count, Random random)
    {
        var copy = from.ToArray();
        random.Shuffle(copy);
        return copy.Take(count);
    }

    private AuditedCard Read(IReadOnlyList<AuditedPicture> pictures, int index, int shopper, AuditTheme theme, PreferenceState state)
    {
        var picture = pictures[index];
        var explanation = explainer.Explain(picture.Item, state);
        var liked = picture.LetterOf(theme.Values) is var letter && letter == LabelLetter.Unknown ? (bool?)null : letter == LabelLetter.Yes;
        return new AuditedCard(
            index, shopper, theme, explanation.Shares.Any(share => share.Contribution > 0), liked,
            [.. explanation.Reasons.Select(reason => new AuditedReason(
                index, theme, reason, picture.LetterOf(reason.Values), OnPart(picture, reason), ContradictsText(picture, reason)))]);
    }

    private static bool? OnPart(AuditedPicture picture, Share reason)
    {
        var parts = picture.Regions.Where(region => region.Attribute == reason.Value.Attribute).SelectMany(region => region.Parts)
            .ToArray();
        return parts.Length == 0 || reason.Region is not { Box: var box } region ? null
            : region.Outline is { } outline
                ? parts.Any(part => outline.Contains(part.MidX / picture.Item.Product.PictureWidth,
                part.MidY / picture.Item.Product.PictureHeight))
            : parts.Any(part => SKRect.Create(box.X, box.Y, box.Width, box.Height).Contains(part.MidX, part.MidY));
    }

    private bool? ContradictsText(AuditedPicture picture, Share reason)
    {
        var product = picture.Item.Product;
        var said = texts?.Read(product.Name, product.Type, product.Description)
            .FirstOrDefault(reading => reading.Attribute == reason.Value.Attribute);
        return said is null ? null : !reason.Values.Any(said.Allows);
    }
}
