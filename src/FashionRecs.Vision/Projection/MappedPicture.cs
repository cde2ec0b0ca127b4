using FashionRecs.Core.Projection;
using FashionRecs.Vision.Images;
using FashionRecs.Vision.Localization;

namespace FashionRecs.Vision.Projection;

/// <summary>A projected picture with what its boxes were found in.</summary>
/// <param name="Picture">Values and boxes.</param>
/// <param name="Letterbox">Where the picture lies in the network's input.</param>
/// <param name="Logits">One per value, before temperature.</param>
/// <param name="Maps">One per value.</param>
public sealed record MappedPicture(ProjectedPicture Picture, Letterbox Letterbox, IReadOnlyList<float> Logits, IReadOnlyList<ActivationMap> Maps);
