namespace FashionRecs.Storage.Shoppers;

/// <summary>One thing a shopper did. Append-only; undoing appends a row that names the undone one.</summary>
public sealed class EventRow
{
    public long Sequence { get; set; }

    /// <summary>Made by the client; a second row with the same one is refused, so that nothing counts twice.</summary>
    public Guid Id { get; set; }
    public Guid Shopper { get; set; }

    /// <summary>Name of the <see cref="Domain.Preferences.PreferenceSignal"/>, or "Undo".</summary>
    public required string Signal { get; set; }
    public string? ProductId { get; set; }

    /// <summary>The product's vector as it was then, so that replaying never depends on later corrections.</summary>
    public byte[]? Item { get; set; }
    public int? Value { get; set; }
    public int? Position { get; set; }
    public double? Weight { get; set; }
    public Guid? Impression { get; set; }

    /// <summary>The event that this row undoes.</summary>
    public Guid? Undoes { get; set; }
    public long AtMilliseconds { get; set; }
}
