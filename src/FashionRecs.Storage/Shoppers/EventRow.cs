namespace FashionRecs.Storage.Shoppers;

/// <summary>
/// One thing a shopper did. Append-only; undoing appends a row that names the undone one. Everything in it says what it means by itself:
/// words for kinds and codes for values, never a place in a list.
/// </summary>
public sealed class EventRow
{
    public long Sequence { get; set; }

    /// <summary>Made by the client; a second row with the same one is refused, so that nothing counts twice.</summary>
    public Guid Id { get; set; }
    public Guid Shopper { get; set; }

    /// <summary>Word of the <see cref="Domain.Preferences.PreferenceSignal"/>, or "Undo".</summary>
    public required string Signal { get; set; }
    public string? ProductId { get; set; }

    /// <summary>
    /// How much the product had of each value then (<see cref="VectorText"/>), so that replaying never depends on later corrections; null
    /// where it was done to none.
    /// </summary>
    public string? Amounts { get; set; }

    /// <summary>The value it is about, as <c>attribute:value</c>, or null.</summary>
    public string? ValueCode { get; set; }

    /// <summary>Name of the vocabulary whose codes the row holds; null where it holds none.</summary>
    public string? Vocabulary { get; set; }

    /// <summary>Version of that vocabulary when the row was written.</summary>
    public int? VocabularyVersion { get; set; }
    public int? Position { get; set; }
    public double? Weight { get; set; }
    public Guid? Impression { get; set; }

    /// <summary>The event that this row undoes.</summary>
    public Guid? Undoes { get; set; }
    public long AtMilliseconds { get; set; }
}
