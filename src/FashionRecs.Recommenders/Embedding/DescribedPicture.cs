namespace FashionRecs.Recommenders.Embedding;

/// <summary>A picture with the text of its product.</summary>
/// <param name="Text">Name and description.</param>
/// <param name="Features">What the network sees in the whole picture; (features).</param>
public sealed record DescribedPicture(string Text, float[] Features);
