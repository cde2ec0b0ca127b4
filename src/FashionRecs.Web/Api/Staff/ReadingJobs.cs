using System.Security.Cryptography;
using System.Text;
using FashionRecs.Application.Models;
using FashionRecs.Application.Shop;

namespace FashionRecs.Web.Api.Staff;

/// <summary>
/// Says how far the catalog is read anew. Readings with weights that others replaced meanwhile are over, however far they were.
/// Thread-safe.
/// </summary>
internal sealed class ReadingJobs(IModelStore weights, ShopService shop)
{
    /// <summary>Every time weights were taken into use, newest first.</summary>
    public async Task<IReadOnlyList<JobAnswer>> AllAsync(CancellationToken cancellation)
    {
        var uses = await weights.UsesAsync(cancellation);
        if (uses.Count == 0)
        {
            return [];
        }

        var left = (await weights.StaleAsync(uses[0].Fingerprint, 1, cancellation: cancellation)).Left;
        var total = (await shop.CatalogAsync(cancellation)).Items.Count;
        return [.. uses.Select((use, place) => place == 0
            ? Of(use, left > 0 ? "running" : "done", total, Math.Max(0, total - left)) : Of(use, "done", 0, 0))];
    }

    private static JobAnswer Of(ModelUse use, string state, int total, int read) => new(
        new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"reading {use.Fingerprint} {use.At.ToUnixTimeMilliseconds()}")).AsSpan(0, 16)),
        $"Read with the weights {use.Fingerprint[..Math.Min(12, use.Fingerprint.Length)]}", state, null, use.At, total, total, read, 0,
        "reading");
}
