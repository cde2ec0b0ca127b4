namespace FashionRecs.Domain.Texts;

/// <summary>One word of a text.</summary>
/// <param name="Word">Its number in the <see cref="WordTable"/>; 0 for an unknown word.</param>
/// <param name="Part">Which of the product's texts it stands in: 0 name, 1 type, 2 description.</param>
/// <param name="Start">Its first character.</param>
/// <param name="End">One past its last character.</param>
/// <param name="Gap">What separates it from the word before.</param>
internal readonly record struct TextToken(int Word, int Part, int Start, int End, TextGap Gap);
