namespace FashionRecs.Application.Shop.Search;

/// <summary>Words that are taken for others.</summary>
/// <param name="Written">As they were written, for example "swaeter".</param>
/// <param name="Meant">What they are taken for, for example "sweater".</param>
public sealed record SearchCorrection(string Written, string Meant);
