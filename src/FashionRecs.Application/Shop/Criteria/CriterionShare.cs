using FashionRecs.Domain.Statistics;

namespace FashionRecs.Application.Shop.Criteria;

/// <summary>What a criterion carried of the scores that ranked products.</summary>
/// <param name="Kind">Where it comes from.</param>
/// <param name="Words">What a shopper would call it.</param>
/// <param name="Share">
/// The size of its contributions, for and against, over that of all contributions, with a 95 % interval over shoppers. The shares of all
/// criteria add up to 1.
/// </param>
public sealed record CriterionShare(CriterionKind Kind, string Words, ShareInterval Share);
