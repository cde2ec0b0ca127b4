using FashionRecs.Recommenders.Manipulation;

namespace FashionRecs.Cli.Lengths;

/// <summary>A garment of which a length is known.</summary>
/// <param name="Picture">What the network reads of it.</param>
/// <param name="Length">How long it is; comparable with others of the same list alone.</param>
/// <param name="Value">Place of its value.</param>
internal sealed record LengthGarment(SearchedPicture Picture, double Length, int Value);
