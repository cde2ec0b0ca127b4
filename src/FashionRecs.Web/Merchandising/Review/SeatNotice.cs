namespace FashionRecs.Web.Merchandising.Review;

/// <summary>Tells other servers of a person at a product.</summary>
/// <param name="Node">The server that says so.</param>
/// <param name="Seat">The seat.</param>
/// <param name="Product">The product.</param>
/// <param name="Person">Who sits there.</param>
/// <param name="Taken">False where they got up.</param>
internal sealed record SeatNotice(Guid Node, Guid Seat, string Product, string Person, bool Taken);
