using FashionRecs.Domain.Catalog;

namespace FashionRecs.Recommenders.Complements;

/// <summary>The one thing to say for a pairing: the share that stands out most.</summary>
/// <param name="Term">The share's name.</param>
/// <param name="Words">What is said; a chosen product follows where there is one, as in "often chosen with" the Linen trousers.</param>
/// <param name="Chosen">The chosen product that the share rests on most, or null where it rests on none.</param>
public sealed record PairingReason(string Term, string Words, CatalogItem? Chosen);
