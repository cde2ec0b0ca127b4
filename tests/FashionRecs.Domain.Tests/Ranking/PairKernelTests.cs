using System.Runtime.Intrinsics.X86;
using FashionRecs.Domain.Ranking;

namespace FashionRecs.Domain.Tests.Ranking;

/// <summary>Every way of adding shares gives the same sums to the last bit, whichever the processor takes.</summary>
public class PairKernelTests
{
    private delegate void Kernel(ReadOnlySpan<byte> column, short first, short second, Span<int> sums);

    [Fact]
    public void AddShares_OneItemByHand_AddsBothProducts()
    {
        var (column, sums) = (new byte[32], new int[16]);
        (column[2], column[3], sums[1]) = (10, 128, 7);

        PairKernel.AddShares(column, -3, 4096, sums);

        Assert.Equal(7 - 30 + (128 * 4096), sums[1]);
        Assert.Equal(0, sums.Sum() - sums[1]);
    }

    [Theory]
    [InlineData(4096, 4096)]
    [InlineData(-4096, 4096)]
    [InlineData(4096, -4096)]
    [InlineData(-4096, -4096)]
    [InlineData(-1, 1)]
    [InlineData(0, -17)]
    [InlineData(300, 0)]
    public void AddShares_AnyProcessor_IsTheSumByHand(short first, short second)
    {
        var random = new Random(2);
        byte[] column = [.. Enumerable.Range(0, 2 * 48).Select(_ => (byte)random.Next(129))];
        int[] before = [.. Enumerable.Range(0, 48).Select(_ => random.Next(-1_000, 1_000))];
        int[] expected = [.. before.Select((sum, item) => sum + (first * column[2 * item]) + (second * column[(2 * item) + 1]))];

        Assert.All(Kernels(), kernel =>
        {
            var sums = before.ToArray();
            kernel(column, first, second, sums);
            Assert.Equal(expected, sums);
        });
    }

    [Theory]
    [InlineData(30, 16)] // too few amounts
    [InlineData(48, 24)] // no multiple of 16
    public void AddShares_LengthsThatDoNotFit_AreRefused(int amounts, int items) => Assert.Equal(
        $"{items} sums need {2 * items} amounts, and a multiple of 16 items.",
        Assert.Throws<ArgumentException>(() => PairKernel.AddShares(new byte[amounts], 1, 1, new int[items])).Message);

    private static IEnumerable<Kernel> Kernels() =>
    [
        PairKernel.AddShares, PairKernel.AddPlain,
        .. Avx2.IsSupported ? [PairKernel.AddNarrow] : Array.Empty<Kernel>(),
        .. Avx512BW.IsSupported ? [PairKernel.AddWide] : Array.Empty<Kernel>(),
    ];
}
