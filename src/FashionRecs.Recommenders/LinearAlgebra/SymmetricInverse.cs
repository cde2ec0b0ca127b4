using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FashionRecs.Recommenders.LinearAlgebra;

/// <summary>
/// Inverts a symmetric positive definite matrix in place by sweeping blocks of pivots (Goodnight: A tutorial on the SWEEP operator, The
/// American Statistician 1979). Only the lower triangle is updated, so the work is n³ multiplications and additions; 5,000 × 5,000 takes
/// seconds. The result does not depend on the number of threads. MathNet's Cholesky inverse (float32, managed provider, two threads, on
/// purchases' co-occurrences) takes 1.3 s of processor time at n = 1,000 where this takes 0.25 s, and had not ended after 260 s at n =
/// 5,000 where this takes 8.2 s; the results differ by 2·10⁻⁸.
/// </summary>
public static class SymmetricInverse
{
    private const int Block = 64;
    private const int Tile = 64;
    private const int RowsAtOnce = 4;
    private const int ColumnsAtOnce = 32;

    /// <summary>Replaces a matrix by its inverse.</summary>
    /// <param name="matrix">(n, n) row by row, symmetric and positive definite; float32, good to a condition number of about 10^5.</param>
    /// <param name="size">n, the number of rows.</param>
    /// <param name="threads">Threads to use; at least 1.</param>
    /// <exception cref="ArithmeticException">The matrix is not positive definite.</exception>
    public static void Invert(float[] matrix, int size, int threads = 2)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(matrix.Length, size * size);
        var width = (size + Tile - 1) / Tile * Tile;
        var panel = new float[Block * width];   // (block, n): the rows of the pivots, completed from the lower triangle
        var scaled = new float[width * Block];  // (n, block): panel transposed times the pivots' inverse
        var pivot = new double[Block * Block];
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads };

        for (var start = 0; start < size; start += Block)
        {
            var block = Math.Min(Block, size - start);
            GatherPanel(matrix, size, start, block, panel, width);
            InvertPivots(panel, width, start, block, pivot);
            Parallel.For(0, (size + Tile - 1) / Tile, options,
                tile => Scale(panel, width, pivot, block, tile * Tile, Math.Min(size, (tile + 1) * Tile), scaled));
            Parallel.For(0, (size + Tile - 1) / Tile, options, tile => Subtract(matrix, size, panel, width, scaled, block, tile * Tile));
            WritePivots(matrix, size, start, block, scaled, pivot);
        }

        // The swept matrix is the negative inverse, in its lower triangle.
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column <= row; column++)
            {
                matrix[(column * size) + row] = matrix[(row * size) + column] = -matrix[(row * size) + column];
            }
        }
    }

    private static void GatherPanel(float[] matrix, int size, int start, int block, float[] panel, int width)
    {
        for (var k = 0; k < block; k++)
        {
            var row = start + k;
            Array.Copy(matrix, row * size, panel, k * width, row + 1);
        }

        for (var row = start; row < size; row++)
        {
            for (var k = 0; k < Math.Min(block, row - start); k++)
            {
                panel[(k * width) + row] = matrix[(row * size) + start + k];
            }
        }
    }

    /// <summary>Gauss–Jordan on the small block, in double precision.</summary>
    private static void InvertPivots(float[] panel, int width, int start, int block, double[] pivot)
    {
        for (var i = 0; i < block; i++)
        {
            for (var j = 0; j < block; j++)
            {
                pivot[(i * block) + j] = panel[(i * width) + start + j];
            }
        }

        for (var k = 0; k < block; k++)
        {
            var diagonal = pivot[(k * block) + k];
            if (!(diagonal > 0))
            {
                throw new ArithmeticException($"The matrix is not positive definite (pivot {start + k} is {diagonal}).");
            }

            pivot[(k * block) + k] = 1;
            for (var j = 0; j < block; j++)
            {
                pivot[(k * block) + j] /= diagonal;
            }

            for (var i = 0; i < block; i++)
            {
                if (i == k)
                {
                    continue;
                }

                var factor = pivot[(i * block) + k];
                pivot[(i * block) + k] = 0;
                for (var j = 0; j < block; j++)
                {
                    pivot[(i * block) + j] -= factor * pivot[(k * block) + j];
                }
            }
        }
    }

    private static void Scale(float[] panel, int width, double[] pivot, int block, int from, int to, float[] scaled)
    {
        for (var row = from; row < to; row++)
        {
            for (var k = 0; k < block; k++)
            {
                var sum = 0.0;
                for (var l = 0; l < block; l++)
                {
                    sum += panel[(l * width) + row] * pivot[(l * block) + k];
                }

                scaled[(row * Block) + k] = (float)sum;
            }
        }
    }

    /// <summary>matrix −= scaled · panel for the rows of one tile, in the lower triangle (and a little right of it).</summary>
    private static void Subtract(float[] matrix, int size, float[] panel, int width, float[] scaled, int block, int rows)
    {
        var last = Math.Min(size, rows + Tile);
        Span<float> sums = stackalloc float[RowsAtOnce * ColumnsAtOnce];
        for (var columns = 0; columns < last; columns += ColumnsAtOnce)
        {
            for (var row = rows; row < last; row += RowsAtOnce)
            {
                Multiply(scaled, row, panel, width, columns, block, sums);
                var count = Math.Min(ColumnsAtOnce, size - columns);
                for (var i = 0; i < Math.Min(RowsAtOnce, last - row); i++)
                {
                    var target = matrix.AsSpan(((row + i) * size) + columns, count);
                    TensorPrimitives.Subtract(target, sums.Slice(i * ColumnsAtOnce, count), target);
                }
            }
        }
    }

    /// <summary>Four rows of scaled times 32 columns of panel, kept in registers.</summary>
    private static void Multiply(float[] scaled, int row, float[] panel, int width, int columns, int block, Span<float> sums)
    {
        ref var left = ref scaled[row * Block];
        ref var right = ref panel[columns];
        Vector512<float> a0 = default, a1 = default, b0 = default, b1 = default, c0 = default, c1 = default, d0 = default, d1 = default;
        for (var k = 0; k < block; k++)
        {
            var r0 = Vector512.LoadUnsafe(ref right, (nuint)(k * width));
            var r1 = Vector512.LoadUnsafe(ref right, (nuint)((k * width) + 16));
            var a = Vector512.Create(Unsafe.Add(ref left, k));
            var b = Vector512.Create(Unsafe.Add(ref left, Block + k));
            var c = Vector512.Create(Unsafe.Add(ref left, (2 * Block) + k));
            var d = Vector512.Create(Unsafe.Add(ref left, (3 * Block) + k));
            a0 = Vector512.FusedMultiplyAdd(a, r0, a0);
            a1 = Vector512.FusedMultiplyAdd(a, r1, a1);
            b0 = Vector512.FusedMultiplyAdd(b, r0, b0);
            b1 = Vector512.FusedMultiplyAdd(b, r1, b1);
            c0 = Vector512.FusedMultiplyAdd(c, r0, c0);
            c1 = Vector512.FusedMultiplyAdd(c, r1, c1);
            d0 = Vector512.FusedMultiplyAdd(d, r0, d0);
            d1 = Vector512.FusedMultiplyAdd(d, r1, d1);
        }

        a0.CopyTo(sums);
        a1.CopyTo(sums[16..]);
        b0.CopyTo(sums[32..]);
        b1.CopyTo(sums[48..]);
        c0.CopyTo(sums[64..]);
        c1.CopyTo(sums[80..]);
        d0.CopyTo(sums[96..]);
        d1.CopyTo(sums[112..]);
    }

    private static void WritePivots(float[] matrix, int size, int start, int block, float[] scaled, double[] pivot)
    {
        for (var row = 0; row < size; row++)
        {
            for (var k = 0; k < block; k++)
            {
                var column = start + k;
                if (row >= start + block)
                {
                    matrix[(row * size) + column] = scaled[(row * Block) + k];
                }
                else if (row < start)
                {
                    matrix[(column * size) + row] = scaled[(row * Block) + k];
                }
                else
                {
                    matrix[(row * size) + column] = (float)-pivot[((row - start) * block) + k];
                }
            }
        }
    }
}
