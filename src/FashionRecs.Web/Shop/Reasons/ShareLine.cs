namespace FashionRecs.Web.Shop.Reasons;

/// <summary>One line of the "why this" panel.</summary>
/// <param name="Key">Same as that of the region on the picture.</param>
/// <param name="Words">The value in a shopper's words.</param>
/// <param name="Detail">What stands behind it: how much of it is seen and how sure the network is.</param>
/// <param name="Share">What it adds to, or takes from, the score.</param>
/// <param name="Number">Number of its region on the picture, from 1; null without a region.</param>
/// <param name="FullCode">The value or family, by which more or less of it is asked for; null for what is no value.</param>
/// <param name="Map">Address of the heat map of the value over the picture; null where there is none.</param>
public sealed record ShareLine(string Key, string Words, string Detail, float Share, int? Number, string? FullCode, string? Map = null);
