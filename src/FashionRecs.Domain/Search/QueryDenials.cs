using System.Numerics;

namespace FashionRecs.Domain.Search;

/// <summary>Finds what a search says no to: "without a collar", "no red or blue", "dress -black".</summary>
/// <param name="negations">Phrases that deny what follows.</param>
/// <param name="joiners">Phrases that carry a denial on: "or".</param>
/// <param name="noise">Phrases that mean nothing and may stand between.</param>
internal sealed class QueryDenials(string[][] negations, string[][] joiners, string[][] noise)
{
    /// <summary>Whether a denial stands right before a place.</summary>
    public bool StandsBefore(QueryLine line, int at) =>
        negations.Any(phrase => phrase.Length <= at && PricePhrases.Stands(phrase, line.Tokens, at - phrase.Length));

    /// <summary>Marks what is denied: what follows a denial, and what follows that after "or".</summary>
    public ulong Mark(QueryLine line, List<(ulong Mask, QueryPart Part)> parts, ulong used)
    {
        var tokens = line.Tokens;
        var taken = 0ul;
        // A word with a sign before it, as in other searches: "dress -black".
        var signed = Enumerable.Range(1, Math.Max(0, tokens.Length - 1))
            .Where(at => tokens[at].Before.EndsWith(" -", StringComparison.Ordinal)).Select(at => (0ul, at));
        foreach (var (mask, end) in line.Standing(negations, used).Concat(signed))
        {
            taken |= mask;
            var at = end;
            while (Next(at) is { } part)
            {
                for (var index = 0; index < parts.Count; index++)
                {
                    if (parts[index].Mask == part)
                    {
                        parts[index] = (part, parts[index].Part with
                        {
                            IsDenied = parts[index].Part.Kind is not (SearchKind.Price or SearchKind.Cheapest),
                        });
                    }
                }

                at = QueryLine.End(part);
                if (joiners.FirstOrDefault(joiner => PricePhrases.Stands(joiner, tokens, at)) is not { } joiner)
                {
                    break;
                }

                at += joiner.Length;
            }
        }

        return taken;

        ulong? Next(int at)
        {
            while (at < tokens.Length)
            {
                foreach (var (mask, _) in parts)
                {
                    if (BitOperations.TrailingZeroCount(mask) == at)
                    {
                        return mask;
                    }
                }

                if (noise.FirstOrDefault(phrase => PricePhrases.Stands(phrase, tokens, at)) is not { } small)
                {
                    return null;
                }

                at += small.Length;
            }

            return null;
        }
    }
}
