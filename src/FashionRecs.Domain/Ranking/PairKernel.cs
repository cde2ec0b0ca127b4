using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace FashionRecs.Domain.Ranking;

/// <summary>
/// The inner loop of scoring: sums[i] += first · column[2i] + second · column[2i + 1]. TensorPrimitives has no product of bytes
/// that widens, and floats would take four times the memory traffic, which is what ranking a million items is bound by.
/// </summary>
internal static class PairKernel
{
    /// <param name="column">Amounts in quanta, 0 to 128, two per item; (items, 2).</param>
    /// <param name="first">Weight of the first value in quanta, −4096 to 4096.</param>
    /// <param name="second">Weight of the second value in quanta.</param>
    /// <param name="sums">One sum per item, in quanta of amount times weight; a multiple of 16 items.</param>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    public static void AddShares(ReadOnlySpan<byte> column, short first, short second, Span<int> sums)
    {
        if (column.Length != 2 * sums.Length || sums.Length % Vector512<int>.Count != 0)
        {
            throw new ArgumentException(
                $"{sums.Length} sums need {2 * sums.Length} amounts, and a multiple of {Vector512<int>.Count} items.");
        }

        if (Avx512BW.IsSupported)
        {
            AddWide(column, first, second, sums);
        }
        else if (Avx2.IsSupported)
        {
            AddNarrow(column, first, second, sums);
        }
        else
        {
            AddPlain(column, first, second, sums);
        }
    }

    /// <summary>The same on any processor.</summary>
    internal static void AddPlain(ReadOnlySpan<byte> column, short first, short second, Span<int> sums)
    {
        for (var item = 0; item < sums.Length; item++)
        {
            sums[item] += (first * column[2 * item]) + (second * column[(2 * item) + 1]);
        }
    }

    /// <summary>The same with 512 bits at a time; needs AVX-512BW and lengths that fit.</summary>
    internal static void AddWide(ReadOnlySpan<byte> column, short first, short second, Span<int> sums)
    {
        var weights = Vector512.Create((second << 16) | (ushort)first).AsInt16(); // first, second, first, second …
        ref var amounts = ref MemoryMarshal.GetReference(column);
        ref var sum = ref MemoryMarshal.GetReference(sums);
        for (nuint item = 0; item < (nuint)sums.Length; item += (nuint)Vector512<int>.Count)
        {
            var wide = Avx512BW.ConvertToVector512Int16(Vector256.LoadUnsafe(ref amounts, 2 * item));
            (Vector512.LoadUnsafe(ref sum, item) + Avx512BW.MultiplyAddAdjacent(wide, weights)).StoreUnsafe(ref sum, item);
        }
    }

    /// <summary>The same with 256 bits at a time; needs AVX2 and lengths that fit.</summary>
    internal static void AddNarrow(ReadOnlySpan<byte> column, short first, short second, Span<int> sums)
    {
        var weights = Vector256.Create((second << 16) | (ushort)first).AsInt16();
        ref var amounts = ref MemoryMarshal.GetReference(column);
        ref var sum = ref MemoryMarshal.GetReference(sums);
        for (nuint item = 0; item < (nuint)sums.Length; item += (nuint)Vector256<int>.Count)
        {
            var wide = Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref amounts, 2 * item));
            (Vector256.LoadUnsafe(ref sum, item) + Avx2.MultiplyAddAdjacent(wide, weights)).StoreUnsafe(ref sum, item);
        }
    }
}
