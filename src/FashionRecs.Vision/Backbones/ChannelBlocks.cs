namespace FashionRecs.Vision.Backbones;

/// <summary>
/// What numbers of channels are multiples of. oneDNN 3.7.1, which torch 2.10 convolves with, computes in blocks of 16 channels and does not
/// clear what lies beyond the last channel of a block that is not full. With AVX-512 a convolution 3×3 of 20 or 24 channels in float32 then
/// reads what was in memory before, forwards and backwards; training with 4 and 8 channels also writes beyond its memory, in bfloat16 and in
/// float32 (<c>ConvolutionMemoryTests</c>).
/// </summary>
public static class ChannelBlocks
{
    /// <summary>Channels of a block.</summary>
    public const int Size = 16;

    /// <summary>The width itself where convolutions of it are computed right.</summary>
    /// <param name="width">Channels.</param>
    /// <param name="of">What has them, for the sentence: "A network".</param>
    /// <exception cref="InvalidDataException">They are no whole blocks; one sentence says what to do.</exception>
    public static int Checked(int width, string of) => width > 0 && width % Size == 0 ? width : throw new InvalidDataException(
        $"{of} of width {width} cannot be computed reliably: take a width that is a multiple of {Size}.");
}
