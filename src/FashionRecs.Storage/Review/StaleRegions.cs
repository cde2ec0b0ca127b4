using FashionRecs.Storage.Database;
using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Storage.Review;

/// <summary>A region belongs to a picture: with another picture the tags in effect stay, but their regions are worked out anew.</summary>
internal static class StaleRegions
{
    /// <summary>Appends each tag in effect that has a region once more, without it.</summary>
    public static async Task DropAsync(FashionRecsContext context, string product, DateTimeOffset at, CancellationToken cancellation)
    {
        var finals = await context.GroundTruthTags.AsNoTracking().Where(tag => tag.ProductId == product).OrderBy(tag => tag.Sequence)
            .ToListAsync(cancellation);
        foreach (var tag in finals.GroupBy(tag => tag.Attribute).Select(group => group.Last()).Where(tag => tag.Box is not null))
        {
            (tag.Sequence, tag.Box, tag.BoxShare, tag.AtMilliseconds) = (0, null, 0, at.ToUnixTimeMilliseconds());
            context.GroundTruthTags.Add(tag);
        }
    }
}
