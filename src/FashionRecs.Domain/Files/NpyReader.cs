using System.Globalization;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace FashionRecs.Domain.Files;

/// <summary>
/// Reads NumPy .npy files (versions 1 and 2) with little-endian float16 or float32 numbers in row-major order, a row at a time.
/// </summary>
public sealed partial class NpyReader : IDisposable
{
    private const int MaximumHeader = 1 << 16;
    private readonly FileStream stream;
    private readonly long start;
    private readonly int bytes;

    /// <summary>Opens a file.</summary>
    /// <exception cref="InvalidDataException">The file is no such array, or its length does not fit its shape; one sentence says
    /// which.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public NpyReader(string path)
    {
        stream = File.OpenRead(path);
        try
        {
            (Shape, bytes, start) = ReadHeader(stream, path);
            RowLength = checked((int)Shape.Skip(1).Aggregate(1L, (product, size) => checked(product * size)));
            if (stream.Length - start != checked((long)Shape[0] * RowLength * bytes))
            {
                throw Broken(path, "its length does not fit its shape; it may be cut off");
            }
        }
        catch (OverflowException)
        {
            stream.Dispose();
            throw Broken(path, "its shape is too large");
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Sizes of the array; the first is the number of rows.</summary>
    public IReadOnlyList<int> Shape { get; }

    /// <summary>Numbers in a row.</summary>
    public int RowLength { get; }

    /// <summary>Reads one row.</summary>
    /// <param name="row">Zero-based.</param>
    /// <param name="destination">At least <see cref="RowLength"/> numbers.</param>
    public void Read(int row, Span<float> destination)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, Shape[0]);
        stream.Position = start + ((long)row * RowLength * bytes);
        if (bytes == 4)
        {
            stream.ReadExactly(MemoryMarshal.AsBytes(destination[..RowLength]));
            return;
        }

        var halves = new Half[RowLength];
        stream.ReadExactly(MemoryMarshal.AsBytes(halves.AsSpan()));
        TensorPrimitives.ConvertToSingle(halves, destination);
    }

    private static (int[] Shape, int Bytes, long Start) ReadHeader(FileStream stream, string path)
    {
        Span<byte> prefix = stackalloc byte[12];
        if (stream.ReadAtLeast(prefix[..10], 10, throwOnEndOfStream: false) < 10 || prefix[0] != 0x93 || !prefix[1..6]
            .SequenceEqual("NUMPY"u8))
        {
            throw Broken(path, "it does not begin like one");
        }

        long length = prefix[8] | (prefix[9] << 8);
        if (prefix[6] > 1)
        {
            stream.ReadExactly(prefix[10..12]);
            length |= ((long)prefix[10] << 16) | ((long)prefix[11] << 24);
        }

        if (length > MaximumHeader || length > stream.Length - stream.Position)
        {
            throw Broken(path, $"its header claims {length} bytes");
        }

        var header = new byte[length];
        stream.ReadExactly(header);
        var match = Header().Match(Encoding.ASCII.GetString(header));
        if (!match.Success)
        {
            throw Broken(path, "its header asks for something else than row-major float16 or float32");
        }

        var shape = match.Groups["shape"].Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(size => int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
                : throw Broken(path, "its shape is not readable")).ToArray();
        return shape.Length > 0 ? (shape, match.Groups["bytes"].Value[0] - '0', stream.Position)
            : throw Broken(path, "it holds a single number");
    }

    private static InvalidDataException Broken(string path, string why) =>
        new($"'{path}' is not a NumPy array that can be read here: {why}.");

    [GeneratedRegex(@"^\{'descr': '<f(?<bytes>[24])', 'fortran_order': False, 'shape': \((?<shape>[0-9, ]*)\),? ?\}\s*$")]
    private static partial Regex Header();

    /// <inheritdoc/>
    public void Dispose() => stream.Dispose();
}
