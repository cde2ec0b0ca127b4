using FashionRecs.Storage.Catalog;
using FashionRecs.Storage.Database;
using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Storage.Review;

/// <summary>Keeps what earlier weights said, and what was said of an earlier picture, before a new reading takes its place.</summary>
internal static class EarlierPredictions
{
    /// <summary>Puts a product's reading aside unless the new one comes from the same weights and the same picture.</summary>
    public static async Task KeepAsync(
        FashionRecsContext context, ProductRow before, string? fingerprint, string? picture, DateTimeOffset at,
        CancellationToken cancellation)
    {
        if (before is not { Fingerprint: { } own, Tags: { } tags } || (own == fingerprint && before.Picture == picture)
            || await context.Set<EarlierPredictionRow>().FindAsync([before.Id, own, before.Picture], cancellation) is not null)
        {
            return;
        }

        context.Add(new EarlierPredictionRow
        {
            ProductId = before.Id, Fingerprint = own, Picture = before.Picture, Tags = tags,
            AtMilliseconds = at.ToUnixTimeMilliseconds(),
        });
    }

    /// <summary>What weights said of a picture that a product had before; without either where it is to be read anew.</summary>
    public static async Task<(string? Fingerprint, byte[]? Tags)> TryFindAsync(
        FashionRecsContext context, string product, string? fingerprint, string picture, CancellationToken cancellation) =>
        fingerprint is not null
            && await context.Set<EarlierPredictionRow>().FindAsync([product, fingerprint, picture], cancellation) is { } known
            ? (fingerprint, known.Tags) : (null, null);
}
