using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Reviews.Annotations;

namespace FashionRecs.Domain.Reviews.Agreement;

/// <summary>How well people agree on one attribute, before they could influence each other: everybody's first word counts.</summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="Everybody">Fleiss' kappa over all products that two or more people looked at.</param>
/// <param name="Pairs">Cohen's kappa of each two people who looked at the same products, most products first.</param>
/// <param name="Conflicts">Products on which people still differ without a majority.</param>
public sealed record AttributeAgreement(GarmentAttribute Attribute, Kappa Everybody, IReadOnlyList<PairAgreement> Pairs, int Conflicts)
{
    /// <summary>Measures one attribute.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="logs">Per product the annotations on it, oldest first.</param>
    public static AttributeAgreement Of(GarmentAttribute attribute, IEnumerable<IReadOnlyList<Annotation>> logs)
    {
        var (counts, pairs, conflicts) = (new List<int[]>(), new Dictionary<(string, string), List<(int, int)>>(), 0);
        foreach (var log in logs)
        {
            conflicts += ConsensusRule.Decide(log).Status == ConsensusStatus.Conflict ? 1 : 0;
            Annotation[] first =
                [.. log.Where(annotation => annotation is { Chosen: >= 0, Decides: false, IsUnseen: false })
                .GroupBy(annotation => annotation.Reviewer, StringComparer.Ordinal)
                .Select(group => group.First()).OrderBy(annotation => annotation.Reviewer, StringComparer.Ordinal)];
            var row = new int[attribute.Values.Count];
            Array.ForEach(first, annotation => row[annotation.Chosen]++);
            counts.Add(row);
            for (var one = 0; one < first.Length; one++)
            {
                for (var other = one + 1; other < first.Length; other++)
                {
                    var key = (first[one].Reviewer, first[other].Reviewer);
                    (pairs.TryGetValue(key, out var list) ? list : pairs[key] = []).Add((first[one].Chosen, first[other].Chosen));
                }
            }
        }

        return new AttributeAgreement(
            attribute, FleissKappa.Of(counts),
            [.. pairs.OrderByDescending(pair => pair.Value.Count)
                .Select(pair => new PairAgreement(pair.Key.Item1, pair.Key.Item2, CohenKappa.Of(pair.Value, attribute.Values.Count)))],
            conflicts);
    }
}

/// <summary>How well two people agree.</summary>
public sealed record PairAgreement(string First, string Second, Kappa Kappa);
