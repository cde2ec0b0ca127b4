using System.Text.Json;
using FashionRecs.Application.Models;

namespace FashionRecs.Application.Jobs;

/// <summary>
/// Reads pictures with the weights in use: all of them after others were taken into use, and those that nobody has read. A job is a portion
/// of the catalog, so that several machines share the work.
/// </summary>
public sealed class ReadPicturesJob(IFollowingProjector projector, IModelStore weights, Reprojection reprojection, IJobStore jobs)
    : IJobKind
{
    /// <summary>Its name.</summary>
    public const string Kind = "read-pictures";

    /// <summary>Products of one portion: some seconds of work, so that a killed program loses little.</summary>
    private const int Portion = 64;

    /// <summary>Products that are shared out at a time.</summary>
    private const int Most = 100_000;

    private readonly Lock gate = new();
    private HashSet<string> hopeless = new(StringComparer.Ordinal);
    private string fingerprint = "";

    /// <inheritdoc/>
    public string Name => Kind;

    /// <inheritdoc/>
    public int Version => 1;

    /// <inheritdoc/>
    public string Title => "Reading pictures";

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> LookAsync(CancellationToken cancellation)
    {
        // Readings that came with the products count until somebody takes weights into use.
        if (!await projector.FollowAsync(cancellation))
        {
            return [];
        }

        var (_, left) = await weights.StaleAsync(projector.Fingerprint, 0, cancellation: cancellation);
        if (left <= Hopeless(projector.Fingerprint) || await jobs.CountAsync(Kind, cancellation) > 0)
        {
            return [];
        }

        var (next, _) = await weights.StaleAsync(projector.Fingerprint, Most, cancellation: cancellation);
        return [.. next.Select(product => product.Id).Chunk(Portion)
            .Select(ids => JsonSerializer.Serialize(new[] { projector.Fingerprint, ids[0], ids[^1] }))];
    }

    /// <inheritdoc/>
    public async Task RunAsync(string subject, Action<int, int> progress, CancellationToken cancellation)
    {
        if (Parse(subject) is not [var wanted, var from, var to])
        {
            throw new InvalidDataException("It does not say which pictures to read; ask for it again.");
        }

        await projector.FollowAsync(cancellation);
        if (wanted != projector.Fingerprint)
        {
            return; // Others are in use now, with portions of their own.
        }

        var unreadable = new HashSet<string>(StringComparer.Ordinal);
        int total = 0, left;
        do
        {
            left = await reprojection.StepAsync(projector, unreadable, (from, to), cancellation);
            total = Math.Max(total, left);
            progress(total - left, total);
        }
        while (left > 0);

        Remember(wanted, unreadable);
    }

    private static string[]? Parse(string subject)
    {
        try
        {
            return JsonSerializer.Deserialize<string[]>(subject);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private int Hopeless(string used)
    {
        lock (gate)
        {
            return fingerprint == used ? hopeless.Count : 0;
        }
    }

    private void Remember(string used, IEnumerable<string> unreadable)
    {
        lock (gate)
        {
            if (fingerprint != used)
            {
                (fingerprint, hopeless) = (used, new HashSet<string>(StringComparer.Ordinal));
            }

            hopeless.UnionWith(unreadable);
        }
    }
}
