using FashionRecs.Domain.Statistics;

namespace FashionRecs.Application.Review.Quality;

/// <summary>How well a person reviews.</summary>
/// <param name="Reviewer">Who.</param>
/// <param name="Tests">Answers to test items.</param>
/// <param name="Right">Share of those that are right, with Wilson's 95 % interval.</param>
/// <param name="Shared">Words on what two or more people, or most of them, agree on.</param>
/// <param name="Overruled">Share of those that people decided against, with its interval.</param>
public sealed record ReviewerScore(string Reviewer, int Tests, ShareInterval Right, int Shared, ShareInterval Overruled);
