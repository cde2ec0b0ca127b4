using FashionRecs.Domain.Attributes;

namespace FashionRecs.Cli.Manipulation;

/// <summary>A drawing with its truth.</summary>
/// <param name="Jpeg">The picture's bytes.</param>
/// <param name="Truth">One value per attribute, in the vocabulary's order.</param>
/// <param name="Garment">The same for both drawings of a pair.</param>
internal sealed record DrawnPicture(byte[] Jpeg, AttributeValue?[] Truth, int Garment);
