using FashionRecs.Application.Review.Queue;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Reviews.Annotations;

namespace FashionRecs.Application.Review.Bulk;

/// <summary>What a bulk edit says of every product of a filter.</summary>
/// <param name="Filter">Which products: all of them, not only those of a page.</param>
/// <param name="Value">The value they are given; null accepts of each product what the network says of
/// <paramref name="Attribute"/>.</param>
/// <param name="Attribute">The attribute that is edited.</param>
/// <param name="Overwrite">Whether tags that people reviewed are overwritten too.</param>
/// <param name="Comment">Why, or null.</param>
public sealed record BulkRequest(ReviewFilter Filter, GarmentAttribute Attribute, AttributeValue? Value, bool Overwrite = false,
    string? Comment = null)
{
    /// <summary>Ids of products that are left alone although the filter lets them through.</summary>
    public IReadOnlySet<string> LeftOut { get; init; } = new HashSet<string>();
}

/// <summary>Acts on all products of a filter. Safe to share between threads.</summary>
public sealed class BulkEdit(ReviewQueue queue, IReviewStore reviews)
{
    /// <summary>Works out what would happen, without doing it.</summary>
    public async Task<BulkPreview> PreviewAsync(BulkRequest request, string reviewer, CancellationToken cancellation = default)
    {
        var (steps, kept, same) = (new List<BulkStep>(), 0, 0);
        foreach (var entry in await queue.FindInEffectAsync(request.Filter, reviewer, cancellation))
        {
            var item = entry.Place.Item;
            var value = request.Value ?? Predicted(item, request.Attribute);
            var final = entry.Decisions.GetValueOrDefault(request.Attribute)?.Final;
            if (value is null || request.LeftOut.Contains(item.Product.Id))
            {
                continue;
            }

            if (final?.Chosen == value.Position)
            {
                same++;
            }
            else if (final is { IsUnseen: false } && !request.Overwrite)
            {
                kept++;
            }
            else
            {
                var change =
                    new ReviewChange(item.Product.Id, request.Attribute, TagMarks.Choose(value), Comment: request.Comment,
                    Decides: request.Overwrite && final is not null);
                var before = final is null
                    ? Predicted(item, request.Attribute) : final.Chosen < 0 ? null : request.Attribute.Values[final.Chosen];
                steps.Add(new BulkStep(item, change, value, before, final?.Reviewer,
                    entry.For(reviewer).Hidden.Contains(request.Attribute)));
            }
        }

        return new BulkPreview(steps, kept, same);
    }

    /// <summary>
    /// Does what a preview showed, as one act that undo takes back whole. Products a person reviewed since the preview are left alone
    /// unless overwriting was asked for. Returns how many were changed.
    /// </summary>
    public async Task<int> ApplyAsync(BulkRequest request, BulkPreview seen, string reviewer, CancellationToken cancellation = default)
    {
        var shown = seen.Changes.Select(change => change.Product).ToHashSet(StringComparer.Ordinal);
        var now = await PreviewAsync(request, reviewer, cancellation);
        ReviewChange[] changes = [.. now.Changes.Where(change => shown.Contains(change.Product))];
        if (changes.Length > 0)
        {
            var what = request.Value?.English ?? "as the network says";
            await reviews.SubmitAsync(new ReviewAct(
                Guid.NewGuid(), reviewer, ReviewActKind.Bulk, $"{changes.Length} products: {request.Attribute.English} {what}",
                changes), cancellation);
        }

        return changes.Length;
    }

    private static AttributeValue? Predicted(CatalogItem item, GarmentAttribute attribute) =>
        item.Predicted?.Attributes.FirstOrDefault(said => said.Attribute == attribute) is { } said
            ? Domain.Reviews.NetworkAnswer.Of(attribute, said.Probabilities)
            : null;
}
