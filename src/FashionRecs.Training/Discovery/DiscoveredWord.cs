namespace FashionRecs.Training.Discovery;

/// <summary>A word of product texts that the vocabulary lacks, and how visible it is.</summary>
/// <param name="Word">The word.</param>
/// <param name="Fitted">Products with it that its head was fitted on.</param>
/// <param name="Separation">On held-out products, among all of them.</param>
/// <param name="WithinType">On held-out products, each compared only with products of its own type: what is seen besides the type.</param>
/// <param name="ByChance">The same of a head that was fitted on as many products of each type drawn by lot.</param>
/// <param name="Units">Units that answer most differently to it, strongest first.</param>
/// <param name="Divergence">Their divergences in nats, in the same order.</param>
/// <param name="MainType">The commonest type of the products with it.</param>
/// <param name="MainTypeShare">The share of these products that are of that type.</param>
/// <param name="Head">What the units say of it.</param>
public sealed record DiscoveredWord(
    string Word, int Fitted, SeparationScore Separation, SeparationScore WithinType, SeparationScore ByChance,
    IReadOnlyList<int> Units, IReadOnlyList<double> Divergence, string MainType, double MainTypeShare, WordHead Head);
