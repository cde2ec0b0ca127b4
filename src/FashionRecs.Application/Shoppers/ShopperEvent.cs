using FashionRecs.Domain.Preferences;

namespace FashionRecs.Application.Shoppers;

/// <summary>One thing a shopper did.</summary>
/// <param name="Id">Made once by the caller for this act; sending the same one again changes nothing.</param>
/// <param name="Shopper">Who.</param>
/// <param name="Signal">What.</param>
/// <param name="ProductId">The product it was done to, or that the value was read off; null where there is none.</param>
/// <param name="Value">The value for More, Less, Edit, Pin, Unpin, Forget and Deny, as <c>attribute:value</c>
/// (<see cref="Domain.Attributes.ValueCodes"/>); else null.</param>
/// <param name="Position">Zero-based position in the list, or null.</param>
/// <param name="Weight">The weight for Edit and Pin, in [−8, 8]; for Bag how many, null for one.</param>
/// <param name="Impression">The list it was seen in, or null.</param>
public sealed record ShopperEvent(
    Guid Id, Guid Shopper, PreferenceSignal Signal, string? ProductId = null, string? Value = null, int? Position = null,
    double? Weight = null, Guid? Impression = null)
{
    /// <summary>
    /// Where the shopper came from first, as <see cref="Complements.LoggedChoice.Origin"/>; kept with their first event alone. Null where
    /// it is not known.
    /// </summary>
    public string? Origin { get; init; }

    /// <summary>When; filled in by the store.</summary>
    public DateTimeOffset At { get; init; }
}
