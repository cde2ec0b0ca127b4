using FashionRecs.Application.Shoppers;

namespace FashionRecs.Web.Api.Events;

/// <summary>One thing a shopper did.</summary>
/// <param name="Id">A GUID made once for this act; sending it again changes nothing.</param>
/// <param name="Kind">view, like, dislike, hide, bag, purchase (counts as bag), skipped (shown and passed over), more, less or
/// deny.</param>
/// <param name="Shopper">The shopper; not needed with a signed number.</param>
/// <param name="Product">The product, where it was done to one.</param>
/// <param name="Value">The value for more, less and deny, such as neckline_design:V Neckline.</param>
/// <param name="Position">Zero-based position of the product in its list.</param>
/// <param name="Impression">A GUID of the list it was seen in.</param>
/// <param name="At">When; refused where it lies in the future. Events count from when they arrive.</param>
/// <param name="Shown">What the recommendation said to hand back, where an experiment was named.</param>
internal sealed record EventMessage(
    Guid Id, string Kind, string? Shopper = null, string? Product = null, string? Value = null, int? Position = null,
    Guid? Impression = null, DateTimeOffset? At = null, string? Shown = null);

/// <summary>An event that makes sense.</summary>
/// <param name="Index">Its zero-based place in the batch.</param>
/// <param name="Seen">The event.</param>
/// <param name="Shown">What the recommendation said to hand back; null where none did.</param>
internal sealed record ReadEvent(int Index, ShopperEvent Seen, string? Shown);

/// <summary>Many things that shoppers did.</summary>
/// <param name="Events">In the order in which they happened.</param>
internal sealed record EventBatch(IReadOnlyList<EventMessage> Events);

/// <summary>What became of events.</summary>
/// <param name="Recorded">How many count; those that were sent before are among them.</param>
/// <param name="Refused">Those that do not.</param>
internal sealed record EventsAnswer(int Recorded, IReadOnlyList<RefusedEvent> Refused);

/// <summary>An event that does not count.</summary>
/// <param name="Index">Its zero-based place in the batch.</param>
/// <param name="Detail">Why, in one sentence.</param>
internal sealed record RefusedEvent(int Index, string Detail);
