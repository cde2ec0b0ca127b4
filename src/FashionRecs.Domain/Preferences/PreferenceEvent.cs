using FashionRecs.Domain.Catalog;

namespace FashionRecs.Domain.Preferences;

/// <summary>One thing a shopper did, in the form the learner takes it.</summary>
/// <param name="Signal">What it was.</param>
/// <param name="Item">The product it was done to, as it was known then; for what concerns a family the vector of its values. Null where it
/// concerns one value.</param>
/// <param name="Value">Index of the value for <see cref="PreferenceSignal.More"/>, Less, Edit, Pin, Unpin, Forget and Deny; else
/// null.</param>
/// <param name="Position">Zero-based position on the page, or null where it was not shown in a list.</param>
/// <param name="Weight">The weight for <see cref="PreferenceSignal.Edit"/> and <see cref="PreferenceSignal.Pin"/>, in [−8, 8].</param>
public sealed record PreferenceEvent(PreferenceSignal Signal, ItemVector? Item, int? Value = null, int? Position = null,
    double? Weight = null);
