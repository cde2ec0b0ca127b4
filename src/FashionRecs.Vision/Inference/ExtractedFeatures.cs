using FashionRecs.Domain.Projection;

namespace FashionRecs.Vision.Inference;

/// <summary>Features of a picture and of the regions found in it.</summary>
/// <param name="Mean">The last feature map meaned over its positions: what the heads read.</param>
/// <param name="Regions">One per attribute with a box.</param>
public sealed record ExtractedFeatures(float[] Mean, IReadOnlyList<PooledRegion> Regions);

/// <summary>The features of one region.</summary>
/// <param name="Attribute">What the region shows.</param>
/// <param name="Features">The last feature map, max-pooled: (features, H, W).</param>
/// <param name="Colours">The input's red, green and blue in [0, 1], max-pooled: (3, H, W).</param>
public sealed record PooledRegion(ProjectedAttribute Attribute, Half[] Features, float[] Colours);
