using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Text;

namespace FashionRecs.Domain.Files;

/// <summary>
/// Writes an array of unknown length row by row in NumPy's .npy format (version 1.0, little-endian, row-major). The file has its name only
/// once it is whole, so an interrupted run leaves no file that looks finished. Not thread-safe.
/// </summary>
public sealed class NpyWriter : IDisposable
{
    /// <summary>Bytes before the numbers; enough for any shape here, and a multiple of 64 as the format asks.</summary>
    private const int HeaderBytes = 128;

    private readonly AtomicFile file;
    private readonly int[] rowShape;
    private readonly bool half;
    private readonly Half[] halves;

    /// <summary>Opens a file for rows of one shape.</summary>
    /// <param name="path">Where the finished file will be.</param>
    /// <param name="rowShape">Sizes of a row; empty for a list of numbers.</param>
    /// <param name="half">float16 (11 bits of precision, up to 65504) when true, else float32.</param>
    /// <exception cref="IOException">The file cannot be created.</exception>
    public NpyWriter(string path, int[] rowShape, bool half)
    {
        (this.rowShape, this.half) = (rowShape, half);
        RowLength = rowShape.Aggregate(1, (product, size) => checked(product * size));
        halves = half ? new Half[RowLength] : [];
        file = AtomicFile.Create(path);
        file.Content.Write(new byte[HeaderBytes]);
    }

    /// <summary>Numbers in a row.</summary>
    public int RowLength { get; }

    /// <summary>Rows written so far.</summary>
    public int Rows { get; private set; }

    /// <summary>Appends a row of <see cref="RowLength"/> numbers.</summary>
    public void Write(ReadOnlySpan<float> row)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(row.Length, RowLength);
        if (half)
        {
            TensorPrimitives.ConvertToHalf(row, halves);
            Write(halves);
            return;
        }

        file.Content.Write(MemoryMarshal.AsBytes(row));
        Rows++;
    }

    /// <summary>Appends a row of <see cref="RowLength"/> numbers to a file of float16.</summary>
    public void Write(ReadOnlySpan<Half> row)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(row.Length, RowLength);
        if (!half)
        {
            throw new InvalidOperationException("The file is opened for float32.");
        }

        file.Content.Write(MemoryMarshal.AsBytes(row));
        Rows++;
    }

    /// <summary>Writes the number of rows into the header and gives the file its name.</summary>
    public void Complete()
    {
        file.Content.Position = 0;
        var shape = string.Join(", ", rowShape.Prepend(Rows)) + (rowShape.Length == 0 ? "," : "");
        var text = $"{{'descr': '<f{(half ? 2 : 4)}', 'fortran_order': False, 'shape': ({shape}), }}";
        file.Content.Write([0x93, .. "NUMPY"u8, 1, 0, HeaderBytes - 10, 0]);
        file.Content.Write(Encoding.ASCII.GetBytes(text.PadRight(HeaderBytes - 11) + "\n"));
        file.Commit();
    }

    /// <summary>Removes what was written unless it was completed.</summary>
    public void Dispose() => file.Dispose();
}
