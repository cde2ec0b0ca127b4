namespace FashionRecs.Core.Recommenders.Shares;

/// <summary>One customer's choice, to learn the weights of the shares from.</summary>
/// <param name="Values">Per share, its value for each candidate; (shares, candidates).</param>
/// <param name="Chosen">Places of the bought candidates; at least one.</param>
public sealed record Choice(float[][] Values, int[] Chosen);
