namespace FashionRecs.Domain.Projection;

/// <summary>What the network makes of a picture before it makes words of it.</summary>
/// <param name="Weights">Fingerprint of the network; features of another cannot be compared with these.</param>
/// <param name="Picture">The last feature map meaned over its positions, at least 0 each.</param>
/// <param name="Regions">By attribute with a region: the largest of each feature within it.</param>
public sealed record PictureFeatures(
    string Weights, IReadOnlyList<float> Picture, IReadOnlyDictionary<string, IReadOnlyList<float>> Regions);
