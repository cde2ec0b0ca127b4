using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Reviews.Annotations;

namespace FashionRecs.Application.Review;

/// <summary>One entry in the history of a product's tags.</summary>
/// <param name="At">When.</param>
/// <param name="Attribute">Which attribute.</param>
/// <param name="Who">Whose word; "network" where its word counts.</param>
/// <param name="Value">The chosen value, or null.</param>
/// <param name="Why">How it came about, or the person's comment.</param>
/// <param name="State">Sequence to restore a final state by; null for an annotation.</param>
/// <param name="Undone">Whether an annotation was taken back.</param>
public sealed record TagHistoryEntry(
    DateTimeOffset At, GarmentAttribute Attribute, string Who, AttributeValue? Value, string Why, long? State, bool Undone)
{
    /// <summary>The values that it is said not to be, where nothing says what it is; else empty.</summary>
    public IReadOnlyList<AttributeValue> Not { get; init; } = [];

    /// <summary>Its number in the log, at least 1: of all annotations, or of all states, its own.</summary>
    public long Sequence { get; init; }
}

/// <summary>
/// Everything that was ever said of a product's tags, and the way back to an earlier state. Safe to share between threads.
/// </summary>
public sealed class TagHistory(ITagLog log, IReviewStore reviews)
{
    /// <summary>Annotations and final states of a product, newest first.</summary>
    public async Task<IReadOnlyList<TagHistoryEntry>> OfAsync(string product, CancellationToken cancellation = default)
    {
        var (annotations, states) = await log.OfAsync(product, cancellation);
        var said = annotations.Select(annotation => (Order: (annotation.At, 0, annotation.Sequence), Entry: Entry(
            annotation.At, annotation.Attribute, annotation.Reviewer, annotation.Marks,
            annotation.IsOfEarlierPicture ? "said it of an earlier picture, so it counts no more" : annotation.Comment
                ?? (annotation.Marks is null ? "was unsure" : "said so"), null, annotation.Undone)
                    with { Sequence = annotation.Sequence }));
        var finals = states.GroupBy(state => state.Attribute).SelectMany(WithoutRegions)
            .Select(state => (Order: (state.At, 1, state.Sequence), Entry: Entry(
                state.At, state.Attribute, state.Reviewer.Length > 0 ? state.Reviewer
                    : "network", state.Marks, Why(state), state.Sequence, false) with { Sequence = state.Sequence }));
        return [.. said.Concat(finals).OrderByDescending(pair => pair.Order).Select(pair => pair.Entry)];
    }

    /// <summary>Brings back an earlier state of a tag, as a word that ends what was said since.</summary>
    /// <param name="reviewer">Who.</param>
    /// <param name="state">Sequence of the state in the product's history.</param>
    /// <param name="cancellation">Stops before anything is recorded.</param>
    /// <exception cref="InvalidDataException">There is no such state.</exception>
    public async Task RestoreAsync(string reviewer, long state, CancellationToken cancellation = default)
    {
        var earlier = await log.TryFindStateAsync(state, cancellation) ?? throw new InvalidDataException("There is no such earlier state.");
        var (attribute, marks) = (earlier.Attribute, earlier.Marks);
        var what = marks is null ? "the network's word"
            : TagMarks.Chosen(marks) is var chosen and >= 0 ? attribute.Values[chosen].English
            : $"not {string.Join(", ", Not(attribute, marks).Select(value => value.English))}";
        await reviews.SubmitAsync(new ReviewAct(
            Guid.NewGuid(), reviewer, ReviewActKind.Restore, $"restored {attribute.English}: {what}",
            [
                new ReviewChange(
                    earlier.Product, attribute, marks, earlier.Region, "An earlier state was restored.", Decides: true),
            ]), cancellation);
    }

    /// <summary>
    /// One row per state: a state whose region was worked out later is one state, from when it was said, with the region.
    /// </summary>
    private static IEnumerable<LoggedState> WithoutRegions(IEnumerable<LoggedState> states)
    {
        LoggedState? last = null;
        foreach (var state in states)
        {
            var isSame = last?.IsSameWord(state) == true;
            if (last is not null && !isSame)
            {
                yield return last;
            }

            last = isSame ? state with { At = last!.At } : state;
        }

        if (last is not null)
        {
            yield return last;
        }
    }

    private static TagHistoryEntry Entry(
        DateTimeOffset at, GarmentAttribute attribute, string who, IReadOnlyList<TagMark>? marks, string why, long? state, bool undone)
    {
        var chosen = TagMarks.Chosen(marks);
        return new TagHistoryEntry(at, attribute, who, chosen >= 0 ? attribute.Values[chosen] : null, why, state, undone)
        {
            Not = Not(attribute, marks),
        };
    }

    private static AttributeValue[] Not(GarmentAttribute attribute, IReadOnlyList<TagMark>? marks) =>
        marks is null || TagMarks.Chosen(marks) >= 0 ? [] : [.. attribute.Values.Where(value => marks[value.Position] == TagMark.IsNot)];

    private static string Why(LoggedState state) =>
        Enum.TryParse<ConsensusStatus>(state.Status, out var standing) ? new Decision(null, standing, 2).Why : state.Status;
}
