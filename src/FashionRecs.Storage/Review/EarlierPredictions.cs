using FashionRecs.Storage.Catalog;
using FashionRecs.Storage.Database;

namespace FashionRecs.Storage.Review;

/// <summary>Keeps what earlier weights said before a new reading takes its place.</summary>
internal static class EarlierPredictions
{
    /// <summary>Puts a product's reading aside unless the new one comes from the same weights.</summary>
    public static void Keep(FashionRecsContext context, ProductRow before, string? next, DateTimeOffset at)
    {
        if (before is not { Fingerprint: { } fingerprint, Tags: { } tags } || fingerprint == next
            || context.Set<EarlierPredictionRow>().Find(before.Id, fingerprint, before.Picture) is not null)
        {
            return;
        }

        context.Add(new EarlierPredictionRow
        {
            ProductId = before.Id, Fingerprint = fingerprint, Picture = before.Picture, Tags = tags,
            AtMilliseconds = at.ToUnixTimeMilliseconds(),
        });
    }
}
