namespace FashionRecs.Web.Shop.Clicks;

/// <summary>A click as the browser sends it.</summary>
/// <param name="Id">Made by the browser; a repeat has the same.</param>
/// <param name="Kind">like, unlike, dislike, undislike, hide, show, bag, unbag, view, more, less, edit, pin, unpin, forget, deny,
/// everybody, personal or undo.</param>
/// <param name="Product">The product, where it was done to one.</param>
/// <param name="Value">Code of the attribute and the value, parted by a colon, where it concerns one.</param>
/// <param name="Position">Zero-based position on the page.</param>
/// <param name="Weight">The weight for edit and pin; for bag how many.</param>
/// <param name="Undo">The event to take back, for undo.</param>
/// <param name="Page">The list or page.</param>
/// <param name="Shown">The token of what was shown with the product, where an experiment runs.</param>
/// <param name="Device">phone, tablet or desktop.</param>
/// <param name="Impression">The list it was seen in.</param>
/// <param name="Passed">What was on the screen above it and not opened, for view.</param>
public sealed record ClickMessage(Guid Id, string? Kind, string? Product, string? Value, int? Position, double? Weight, Guid? Undo,
    string? Page,
    string? Shown = null, string? Device = null, Guid? Impression = null, IReadOnlyList<PassedCard?>? Passed = null);
