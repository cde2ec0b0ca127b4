namespace FashionRecs.Recommenders.Manipulation.Lengths;

/// <summary>A garment whose length is known.</summary>
/// <param name="Features">What is seen of it; of one length in all examples.</param>
/// <param name="Length">How long it is, in any unit.</param>
public sealed record LengthExample(float[] Features, double Length);
