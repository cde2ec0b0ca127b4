namespace FashionRecs.Application.Shoppers;

/// <summary>One row of the log of events, as it is kept.</summary>
/// <param name="Id">The act's number.</param>
/// <param name="Signal">Name of what was done, or "Undo".</param>
/// <param name="ProductId">The product, or null.</param>
/// <param name="Item">How much the product had of each value then, a byte each, in 128ths; or null.</param>
/// <param name="Value">Index of the value it was about, or null.</param>
/// <param name="Position">Zero-based position of the product in its list, or null.</param>
/// <param name="Weight">The weight that was set by hand, or null.</param>
/// <param name="Impression">The list it was seen in, or null.</param>
/// <param name="Undoes">The act that this one took back, or null.</param>
/// <param name="At">When.</param>
public sealed record LoggedEvent(
    Guid Id, string Signal, string? ProductId, byte[]? Item, int? Value, int? Position, double? Weight, Guid? Impression, Guid? Undoes, DateTimeOffset At);
