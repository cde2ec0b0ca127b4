namespace FashionRecs.Application.Review.Export;

/// <summary>An export that is written behind the pages.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Person">Who asked, by the name colleagues know them by; nobody else can fetch it.</param>
/// <param name="At">When.</param>
/// <param name="Products">How many products it held when it was asked for.</param>
/// <param name="Shape">What it looks like.</param>
/// <param name="Filter">Which products.</param>
public sealed record ExportRequest(Guid Id, string Person, DateTimeOffset At, int Products, ExportShape Shape, KeptFilter Filter);
