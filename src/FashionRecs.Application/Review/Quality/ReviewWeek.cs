using FashionRecs.Domain.Reviews.Statistics;
using FashionRecs.Domain.Statistics;

namespace FashionRecs.Application.Review.Quality;

/// <summary>One week of reviews, from Monday on (UTC).</summary>
/// <param name="Monday">Its first day.</param>
/// <param name="Words">Values that people gave after a look.</param>
/// <param name="Shared">Those of them on what somebody else has looked at, too.</param>
/// <param name="Agreement">Share of those that agree with what people decided, with Wilson's 95 % interval.</param>
/// <param name="Read">Words on what the network read.</param>
/// <param name="Overruled">Share of those that give another value than the network in use, with its interval.</param>
/// <param name="Work">How much was done, and how fast.</param>
public sealed record ReviewWeek(
    DateOnly Monday, int Words, int Shared, ShareInterval Agreement, int Read, ShareInterval Overruled, Throughput Work);
