namespace FashionRecs.Recommenders.Complements;

/// <summary>A product that a shopper liked or put into the bag.</summary>
/// <param name="Shopper">The shopper's number, as text.</param>
/// <param name="Product">Id of the product.</param>
/// <param name="Day">When, by the shop's calendar (UTC).</param>
public sealed record ShopperChoice(string Shopper, string Product, DateOnly Day);
