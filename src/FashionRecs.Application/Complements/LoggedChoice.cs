using FashionRecs.Recommenders.Complements;

namespace FashionRecs.Application.Complements;

/// <summary>A choice, and what is known of who made it.</summary>
/// <param name="Choice">The choice.</param>
/// <param name="Since">When the shopper did something first.</param>
/// <param name="Origin">A mark that shoppers share who came first from one address in one week; null where none was kept. No address can be
/// read from it.</param>
public sealed record LoggedChoice(ShopperChoice Choice, DateTimeOffset Since, string? Origin);
