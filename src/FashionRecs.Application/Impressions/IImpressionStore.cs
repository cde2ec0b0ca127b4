namespace FashionRecs.Application.Impressions;

/// <summary>The append-only log of what was shown to whom. Safe to share between threads.</summary>
public interface IImpressionStore
{
    /// <summary>Logs a list once; prerendering and reconnects may call again with the same id. Returns whether it was new.</summary>
    Task<bool> LogAsync(Impression seen);

    /// <summary>Everything shown to a shopper, oldest first.</summary>
    Task<IReadOnlyList<Impression>> OfShopperAsync(Guid shopper, CancellationToken cancellation = default);

    /// <summary>Some of the lists that were shown since a time: all of them, or that many drawn by chance.</summary>
    /// <param name="since">Beginning of the time.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellation">Stops waiting.</param>
    Task<IReadOnlyList<Impression>> SampleAsync(DateTimeOffset since, int most, CancellationToken cancellation = default);

    /// <summary>How often each product was shown; those that never were are absent.</summary>
    Task<IReadOnlyDictionary<string, int>> CountAsync(CancellationToken cancellation = default);
}
