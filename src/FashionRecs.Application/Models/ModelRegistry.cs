using FashionRecs.Application.Notices;

namespace FashionRecs.Application.Models;

/// <summary>Takes weights into use. Safe to share between threads.</summary>
public sealed class ModelRegistry(IModelStore weights, ModelFiles files, INotices notices)
{
    /// <summary>
    /// Takes weights into use. Readings that these weights made before come back at once; the rest of the catalog is read in the
    /// background. Going back is taking earlier weights into use. Returns how many readings came back.
    /// </summary>
    /// <param name="fingerprint">The weights.</param>
    /// <param name="person">Who wants it.</param>
    /// <param name="evenIfWorse">Whether somebody has confirmed that they are worse at an attribute.</param>
    /// <param name="cancellation">Stops before anything is changed.</param>
    /// <exception cref="InvalidDataException">There are no such weights, or they are worse and nobody has confirmed that.</exception>
    public async Task<int> UseAsync(string fingerprint, string person, bool evenIfWorse = false, CancellationToken cancellation = default)
    {
        var known = (await weights.AllAsync(cancellation)).FirstOrDefault(kept => kept.Fingerprint == fingerprint)
            ?? throw new InvalidDataException($"There are no weights '{fingerprint}'.");
        if (!evenIfWorse && LearningReport.TryRead(known.Report)?.Worse is { Count: > 0 } worse)
        {
            throw new InvalidDataException($"On reviews held out they are worse than before: {string.Join(", ", worse)}. Taking them into "
                + $"use has to be confirmed by typing “{LearningReport.Confirmation}”.");
        }

        if (known.Path is { } path && await files.TryFindAsync(path, cancellation) is null)
        {
            throw new InvalidDataException($"The weights file '{path}' is gone.");
        }

        var back = await weights.UseAsync(fingerprint, person, cancellation);
        await notices.TellAsync(NoticeKinds.Weights, fingerprint);
        return back;
    }

    /// <summary>
    /// Notes that the weights that ship are in use where nobody ever chose others and a product's reading comes from older ones (those of
    /// an earlier version of the shop, or of a catalog that was read before they were made), so that the catalog is read anew.
    /// </summary>
    /// <param name="fingerprint">Of the weights that ship.</param>
    /// <param name="cancellation">Stops before anything is changed.</param>
    /// <returns>How many products are to be read anew.</returns>
    public async Task<int> FollowShippedAsync(string fingerprint, CancellationToken cancellation = default)
    {
        if (await weights.CurrentAsync(cancellation) is not null
            || await weights.StaleAsync(fingerprint, 0, cancellation: cancellation) is not { Left: > 0 and var left })
        {
            return 0;
        }

        await weights.KeepAsync(new RegisteredModel(fingerprint, null, "{}", DateTimeOffset.UnixEpoch), cancellation);
        return left - await UseAsync(fingerprint, "the shop itself, at its start", cancellation: cancellation);
    }
}
