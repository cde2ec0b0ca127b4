namespace FashionRecs.Vision.Regions;

/// <summary>
/// What a head for regions answers for one attribute of one picture: logits on a fine grid over the network's input.
/// </summary>
/// <param name="Around">For the region around the part, row by row.</param>
/// <param name="Part">For the part itself, row by row.</param>
/// <param name="Rows">Rows of the grid.</param>
/// <param name="Columns">Columns of the grid.</param>
public sealed record PartAttention(ReadOnlyMemory<float> Around, ReadOnlyMemory<float> Part, int Rows, int Columns);
