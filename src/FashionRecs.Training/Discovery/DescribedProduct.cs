namespace FashionRecs.Training.Discovery;

/// <summary>A product with a picture and a text, as the discovery of words sees it.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Type">Its type in the shop, or empty.</param>
/// <param name="Picture">Path of its picture.</param>
/// <param name="Words">Words of its name and description.</param>
/// <param name="Features">One number per unit of the network.</param>
/// <param name="IsHeldOut">Whether scores are measured on it rather than heads fitted.</param>
public sealed record DescribedProduct(string Code, string Type, string Picture, IReadOnlySet<string> Words, float[] Features,
    bool IsHeldOut);
