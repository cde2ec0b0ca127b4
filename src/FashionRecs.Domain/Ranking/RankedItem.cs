namespace FashionRecs.Domain.Ranking;

/// <summary>One place of a ranking.</summary>
/// <param name="Item">Zero-based index of the item in its <see cref="ItemMatrix"/>.</param>
/// <param name="Score">Sum over values of weight × amount; exact.</param>
/// <param name="Explored">Whether it stands here to learn about the shopper rather than for its score.</param>
public readonly record struct RankedItem(int Item, float Score, bool Explored = false);
