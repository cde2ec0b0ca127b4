namespace FashionRecs.Vision.Weights;

/// <summary>A tensor of a weights file, as 32-bit floats in row-major order.</summary>
/// <param name="Shape">Sizes of the dimensions; empty for a scalar.</param>
/// <param name="Values">As many numbers as the product of the sizes.</param>
public sealed record StoredTensor(long[] Shape, float[] Values);
