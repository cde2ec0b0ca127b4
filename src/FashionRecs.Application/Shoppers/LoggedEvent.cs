namespace FashionRecs.Application.Shoppers;

/// <summary>One row of the log of events, as it is kept.</summary>
/// <param name="Id">The act's number.</param>
/// <param name="Signal">Word of what was done, or "Undo".</param>
/// <param name="ProductId">The product, or null.</param>
/// <param name="Amounts">How much the product had of each value then, in 128ths, by <c>attribute:value</c>; or null.</param>
/// <param name="Value">The value it was about, as <c>attribute:value</c>, or null.</param>
/// <param name="Position">Zero-based position of the product in its list, or null.</param>
/// <param name="Weight">The weight that was set by hand, or null.</param>
/// <param name="Impression">The list it was seen in, or null.</param>
/// <param name="Undoes">The act that this one took back, or null.</param>
/// <param name="At">When.</param>
public sealed record LoggedEvent(
    Guid Id, string Signal, string? ProductId, IReadOnlyDictionary<string, int>? Amounts, string? Value, int? Position, double? Weight,
    Guid? Impression,
    Guid? Undoes, DateTimeOffset At)
{
    /// <summary>
    /// Name and version of the vocabulary whose codes it holds, such as "fashionai-garments 1"; null where it holds none.
    /// </summary>
    public string? Vocabulary { get; init; }
}
