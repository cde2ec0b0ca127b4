namespace FashionRecs.Recommenders.Purchases;

/// <summary>One product bought by one customer on one day.</summary>
/// <param name="Product">Index in the <see cref="ShopProducts"/>.</param>
public readonly record struct Purchase(DateOnly Day, string Customer, int Product);
