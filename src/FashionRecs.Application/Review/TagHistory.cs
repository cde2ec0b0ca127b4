using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Reviews.Opinions;
using FashionRecs.Storage.Database;
using FashionRecs.Storage.Review;
using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Application.Review;

/// <summary>One entry in the history of a product's tags.</summary>
/// <param name="At">When.</param>
/// <param name="Attribute">Which attribute.</param>
/// <param name="Who">Whose word; "network" where its word counts.</param>
/// <param name="Value">The chosen value, or null.</param>
/// <param name="Letters">The marks as letters; empty where nobody committed.</param>
/// <param name="Why">How it came about, or the person's comment.</param>
/// <param name="State">Sequence to restore a final state by; null for an opinion.</param>
/// <param name="Undone">Whether an opinion was taken back.</param>
public sealed record TagHistoryEntry(
    DateTimeOffset At, GarmentAttribute Attribute, string Who, AttributeValue? Value, string Letters, string Why, long? State, bool Undone);

/// <summary>Reads everything that was ever said of a product's tags. Safe to share between threads.</summary>
public sealed class TagHistory(ShopDatabase database, AttributeVocabulary vocabulary)
{
    /// <summary>Opinions and final states of a product, newest first.</summary>
    public Task<IReadOnlyList<TagHistoryEntry>> OfAsync(string product, CancellationToken cancellation = default) => database.RunAsync<IReadOnlyList<TagHistoryEntry>>(async context =>
    {
        var undone = (await context.ReviewActs.Where(act => act.Undone && context.ReviewedTags.Any(tag => tag.ActId == act.Id && tag.ProductId == product))
            .Select(act => act.Id).ToListAsync(cancellation)).ToHashSet();
        var opinions = (await context.ReviewedTags.AsNoTracking().Where(tag => tag.ProductId == product).ToListAsync(cancellation))
            .Where(row => vocabulary.TryFind(row.Attribute) is not null)
            .Select(row => (Order: (row.AtMilliseconds, 0, row.Sequence), Entry: Entry(
                row.AtMilliseconds, row.Attribute, row.Reviewer, row.Marks, row.Comment ?? (row.Marks.Length == 0 ? "was unsure" : "said so"), null,
                row.ActId is { } act && undone.Contains(act))));
        var finals = (await context.FinalTags.AsNoTracking().Where(tag => tag.ProductId == product).OrderBy(tag => tag.Sequence).ToListAsync(cancellation))
            .Where(row => vocabulary.TryFind(row.Attribute) is not null)
            .GroupBy(row => row.Attribute).SelectMany(WithoutRegions)
            .Select(row => (Order: (row.AtMilliseconds, 1, row.Sequence), Entry: Entry(
                row.AtMilliseconds, row.Attribute, row.Reviewer.Length > 0 ? row.Reviewer : "network", row.Marks, Why(row), row.Sequence, false)));
        return [.. opinions.Concat(finals).OrderByDescending(pair => pair.Order).Select(pair => pair.Entry)];
    }, cancellation);

    /// <summary>One row per state: a state whose region was worked out later is one state, from when it was said, with the region.</summary>
    private static IEnumerable<FinalTagRow> WithoutRegions(IEnumerable<FinalTagRow> rows)
    {
        FinalTagRow? last = null;
        foreach (var row in rows)
        {
            if (last is not null && (last.ActId, last.Marks, last.Reviewer, last.Comment, last.Standing) == (row.ActId, row.Marks, row.Reviewer, row.Comment, row.Standing))
            {
                row.AtMilliseconds = last.AtMilliseconds;
            }
            else if (last is not null)
            {
                yield return last;
            }

            last = row;
        }

        if (last is not null)
        {
            yield return last;
        }
    }

    /// <summary>Sequence of the newest opinion on a product, 0 without any: what a screen that is loaded now knows of.</summary>
    public Task<long> NewestAsync(string product, CancellationToken cancellation = default) => database.RunAsync(
        async context => await context.ReviewedTags.Where(tag => tag.ProductId == product).MaxAsync(tag => (long?)tag.Sequence, cancellation) ?? 0, cancellation);

    private TagHistoryEntry Entry(long at, string code, string who, string letters, string why, long? state, bool undone)
    {
        var attribute = vocabulary[code];
        var chosen = TagMarks.Chosen(TagMarks.TryRead(letters, attribute));
        return new TagHistoryEntry(
            DateTimeOffset.FromUnixTimeMilliseconds(at), attribute, who, chosen >= 0 ? attribute.Values[chosen] : null, letters, why, state, undone);
    }

    private static string Why(FinalTagRow row) => Enum.TryParse<Standing>(row.Standing, out var standing)
        ? new Decision(null, standing, 2).Why
        : row.Standing;
}
