namespace FashionRecs.Recommenders.Features;

/// <summary>One customer's choice, to learn the weights of the shares from.</summary>
/// <param name="Values">Per share, its value for each candidate; (shares, candidates).</param>
/// <param name="Chosen">Places of the bought candidates; at least one.</param>
/// <param name="Offsets">
/// Per candidate the logarithm of how many candidates it stands for, where only some were sampled (Manski, Lerman: The estimation of choice
/// probabilities from choice based samples, Econometrica 1977); null where all are there.
/// </param>
public sealed record Choice(float[][] Values, int[] Chosen, float[]? Offsets = null);
