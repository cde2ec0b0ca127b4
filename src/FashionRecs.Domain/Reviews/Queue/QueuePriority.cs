using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Projection;
using FashionRecs.Domain.Reviews.Annotations;

namespace FashionRecs.Domain.Reviews.Queue;

/// <summary>
/// Works out how much a product is worth a person's look, and says why. Each kind of reason counts with its strongest attribute; the
/// uncertainty is margin sampling (Scheffer, Decomain, Wrobel, "Active hidden Markov models for information extraction", 2001).
/// </summary>
public static class QueuePriority
{
    /// <summary>Places a product.</summary>
    public static QueuePlace Of(CatalogItem item, QueueEvidence evidence, QueueOptions options)
    {
        var reasons = new List<ReviewReason>();
        if (item.IsWithoutGarment)
        {
            reasons.Add(new ReviewReason(ReviewReasonKind.NoGarment, null, 1, GarmentPresence.Missing));
        }

        foreach (var said in item.Predicted?.Attributes ?? [])
        {
            var decision = evidence.Tested.Contains(said.Attribute) ? null : evidence.Decisions.GetValueOrDefault(said.Attribute);
            if (evidence.Hidden.Contains(said.Attribute))
            {
                reasons.Add(AsksForASecond(said.Attribute));
                reasons.AddRange(OfPredicted(item, said, null, evidence, options));
                continue;
            }

            reasons.AddRange(decision is { People: > 0 } ? OfReviewed(said, decision, evidence)
                : OfPredicted(item, said, decision, evidence, options));
        }

        var reach = evidence.MostShown > 0 ? Math.Log(1 + evidence.Shown) / Math.Log(1 + evidence.MostShown) : 0;
        var worth = Worth(reasons, options);
        reasons.Sort((left, right) => (options.WeightOf(right.Kind) * right.Amount).CompareTo(options.WeightOf(left.Kind) * left.Amount));
        if (evidence.Shown > 0 && reasons.Count > 0)
        {
            reasons.Add(new ReviewReason(ReviewReasonKind.Reach, null, reach,
                $"shoppers saw it {(evidence.Shown == 1 ? "once" : $"{evidence.Shown} times")}"));
        }

        return new QueuePlace(item, worth * (1 + (options.Reach * reach)), reasons);
    }

    /// <summary>The weighted sum over the kinds of reasons of the strongest of each.</summary>
    private static double Worth(List<ReviewReason> reasons, QueueOptions options)
    {
        var worth = 0.0;
        for (var at = 0; at < reasons.Count; at++)
        {
            var (kind, strongest, isFirst) = (reasons[at].Kind, 0.0, true);
            for (var other = 0; other < reasons.Count; other++)
            {
                isFirst &= other >= at || reasons[other].Kind != kind;
                strongest = reasons[other].Kind == kind ? Math.Max(strongest, reasons[other].Amount) : strongest;
            }

            worth += isFirst ? options.WeightOf(kind) * strongest : 0;
        }

        return worth;
    }

    /// <summary>The two likeliest values; of equals the one that stands first.</summary>
    private static (AttributeValue First, AttributeValue Second) Likeliest(ProjectedAttribute said)
    {
        var (values, first, second) = (said.Attribute.Values, 0, -1);
        for (var at = 1; at < values.Count; at++)
        {
            if (said.Probabilities[at] > said.Probabilities[first])
            {
                (first, second) = (at, first);
            }
            else if (second < 0 || said.Probabilities[at] > said.Probabilities[second])
            {
                second = at;
            }
        }

        return (values[first], values[second]);
    }

    private static string Named(GarmentAttribute attribute, string fullCode) =>
        attribute.Values.FirstOrDefault(value => value.FullCode() == fullCode)?.English
            ?? attribute.Families.FirstOrDefault(family => family.FullCode() == fullCode)?.English ?? fullCode;

    private static ReviewReason AsksForASecond(GarmentAttribute attribute) =>
        new(ReviewReasonKind.SecondAnnotation, attribute, 1, $"{attribute.English}: a second opinion is asked for");

    /// <summary>What shoppers say that it is not; with a value given, only where they deny that very one.</summary>
    private static IEnumerable<ReviewReason> OfDenials(GarmentAttribute attribute, QueueEvidence evidence, AttributeValue? given)
    {
        if (evidence.Denials.Count == 0)
        {
            yield break;
        }

        foreach (var (code, shoppers) in evidence.Denials.Where(denial =>
            denial.Key.StartsWith($"{attribute.Code}:", StringComparison.Ordinal))
            .OrderByDescending(denial => denial.Value).ThenBy(denial => denial.Key, StringComparer.Ordinal))
        {
            if (given is not null && given.FullCode() != code && given.Family?.FullCode() != code)
            {
                continue;
            }

            // One shopper is half a reason, many are a whole one. What was shown to many and denied by one is said so.
            var of = evidence.Shown > 0 ? $", shown {(evidence.Shown == 1 ? "once" : $"{evidence.Shown} times")}" : "";
            yield return new ReviewReason(ReviewReasonKind.Denial, attribute, shoppers / (shoppers + 1.0),
                $"{attribute.English}: {(shoppers == 1 ? "one shopper says" : $"{shoppers} shoppers say")} it is not “{Named(attribute, code)}”{of}");
        }
    }

    private static IEnumerable<ReviewReason> OfReviewed(ProjectedAttribute said, Decision decision, QueueEvidence evidence)
    {
        var (attribute, name) = (said.Attribute, said.Attribute.English);
        var given = attribute.Values[decision.Final!.Chosen];
        foreach (var denial in OfDenials(attribute, evidence, given))
        {
            yield return denial;
        }

        if (decision.Status == ConsensusStatus.Conflict)
        {
            yield return new ReviewReason(ReviewReasonKind.Conflict, attribute, 1, $"{name}: two people differ");
        }

        if (decision.Status == ConsensusStatus.Single && evidence.Second)
        {
            yield return AsksForASecond(attribute);
        }

        if (evidence.Issues.TryGetValue(attribute, out var issue))
        {
            yield return new ReviewReason(ReviewReasonKind.LabelIssue, attribute, Math.Clamp(0.5 + (issue.Margin / 2), 0, 1),
                $"{name}: “{given.English}” is probably “{attribute.Values[issue.Likelier].English}”");
        }

        var answer = NetworkAnswer.Of(said.Attribute, said.Probabilities);
        var margin = said.Probabilities[answer.Position] - said.Probabilities[given.Position];
        if (answer != given && margin > 0)
        {
            yield return new ReviewReason(ReviewReasonKind.Disagreement, attribute, margin,
                $"{name}: the network says “{answer.English}”, a person “{given.English}”");
        }
    }

    private static IEnumerable<ReviewReason> OfPredicted(CatalogItem item, ProjectedAttribute said, Decision? decision,
        QueueEvidence evidence, QueueOptions options)
    {
        var (attribute, name) = (said.Attribute, said.Attribute.English);
        if (decision is { Status: ConsensusStatus.Rejected, Final.Marks: { } marks })
        {
            var not = attribute.Values.Where(value => marks[value.Position] == TagMark.IsNot).Select(value => $"“{value.English}”");
            yield return new ReviewReason(ReviewReasonKind.Rejected, attribute, 1,
                $"{name}: a person says it is not {string.Join(" or ", not)}");
        }

        if (decision is { Status: ConsensusStatus.Unsure })
        {
            yield return new ReviewReason(ReviewReasonKind.Unsure, attribute, 1, $"{name}: a person was unsure");
        }

        if (item[attribute] is { IsContradicted: true, Words: { } words } read)
        {
            yield return new ReviewReason(ReviewReasonKind.Words, attribute, 1,
                $"{name}: the description says “{words}”, the picture shows “{read.Top.English}”");
        }

        foreach (var denial in OfDenials(attribute, evidence, null))
        {
            yield return denial;
        }

        var (first, second) = Likeliest(said);
        var wavering = 1 - (said.Probabilities[first.Position] - said.Probabilities[second.Position]);
        // Between a hardly possible first and second nothing is to be told apart.
        wavering *= Math.Min(1, 2 * said.Probabilities[first.Position]);
        if (wavering >= options.LeastUncertainty)
        {
            yield return new ReviewReason(ReviewReasonKind.Uncertainty, attribute, wavering,
                $"{name}: “{first.English}” or “{second.English}”?");
        }

        if (said.Region is not { } region)
        {
            yield break;
        }

        var part = (double)region.Box.Width * region.Box.Height / Math.Max(1.0,
            (double)item.Product.PictureWidth * item.Product.PictureHeight);
        if (evidence.OnGarment.TryGetValue(attribute, out var on) && on < options.LeastOnGarment)
        {
            yield return new ReviewReason(ReviewReasonKind.Explanation, attribute, 1 - on,
                $"{name}: the marked region lies off the garment");
        }
        else if (region.Share < options.LeastBoxShare)
        {
            yield return new ReviewReason(ReviewReasonKind.Explanation, attribute, 1 - region.Share,
                $"{name}: the marked region carries little evidence");
        }
        else if (part > options.LargestRegion)
        {
            yield return new ReviewReason(ReviewReasonKind.Explanation, attribute, part,
                $"{name}: the marked region is nearly the whole picture");
        }
    }
}
