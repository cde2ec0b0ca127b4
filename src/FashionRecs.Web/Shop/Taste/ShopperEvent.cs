using FashionRecs.Core.Preferences;

namespace FashionRecs.Web.Shop.Taste;

/// <summary>One thing a shopper did.</summary>
/// <param name="Id">Made by the browser, so that a repeat is recognised.</param>
/// <param name="Signal">What it was.</param>
/// <param name="Product">The product it was done to, or null where it concerns one value.</param>
/// <param name="Value">Index of the value it concerns, or null.</param>
/// <param name="Position">Zero-based position on the page, or null where the product stood alone.</param>
/// <param name="Weight">The weight set by hand, or null.</param>
/// <param name="Page">The list or page it was done on.</param>
/// <param name="At">When the shop heard of it.</param>
public sealed record ShopperEvent(
    Guid Id, PreferenceSignal Signal, string? Product, int? Value, int? Position, double? Weight, string Page, DateTimeOffset At);
