using SkiaSharp;

namespace FashionRecs.Garments.Truth;

/// <summary>The region that shows an attribute, in body centimetres.</summary>
/// <param name="Area">All that shows the value.</param>
/// <param name="Essential">What has to be seen to tell the value: the hem, the cuffs, the opening.</param>
internal sealed record BodyRegion(SKPath Area, SKPath Essential);
