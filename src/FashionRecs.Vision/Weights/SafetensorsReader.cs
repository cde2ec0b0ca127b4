using System.Buffers.Binary;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace FashionRecs.Vision.Weights;

/// <summary>
/// Reads safetensors files with float16 and float32 tensors. The header is untrusted: its length, the types, the shapes, and that the
/// tensors lie side by side and fill the file exactly are checked before anything is allocated for them.
/// </summary>
public static class SafetensorsReader
{
    /// <summary>Largest header that is read, in bytes; ResNet18's has 10,000.</summary>
    public const int MaximumHeader = 1 << 20;

    /// <summary>Reads all tensors and the metadata of a file.</summary>
    /// <exception cref="InvalidDataException">The file is cut off, damaged or hostile; one sentence says how.</exception>
    public static SafetensorsFile Read(string path)
    {
        using var stream = File.OpenRead(path);
        return Read(stream, path);
    }

    /// <summary>Reads from a seekable stream; <paramref name="source"/> names it in error messages.</summary>
    /// <exception cref="InvalidDataException">The file is cut off, damaged or hostile; one sentence says how.</exception>
    public static SafetensorsFile Read(Stream stream, string source)
    {
        Span<byte> prefix = stackalloc byte[8];
        if (stream.ReadAtLeast(prefix, 8, throwOnEndOfStream: false) < 8)
        {
            throw Broken(source, "it is shorter than its own header");
        }

        var length = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        if (length is 0 or > MaximumHeader || (long)length > stream.Length - 8)
        {
            throw Broken(source, $"its header claims {length} bytes");
        }

        var header = new byte[length];
        stream.ReadExactly(header);
        var (entries, metadata) = ParseHeader(header, source);
        var end = 0L;
        foreach (var entry in entries)
        {
            if (entry.Begin != end || entry.End < entry.Begin || entry.End - entry.Begin != entry.Count * entry.Bytes)
            {
                throw Broken(source, $"the place of the tensor '{entry.Name}' does not fit its shape");
            }

            end = entry.End;
        }

        if (end != stream.Length - 8 - (long)length)
        {
            throw Broken(source, $"its tensors need {end} bytes, but {stream.Length - 8 - (long)length} are there; it may be cut off");
        }

        var tensors = new Dictionary<string, StoredTensor>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            tensors.Add(entry.Name, new StoredTensor(entry.Shape, ReadValues(stream, entry)));
        }

        return new SafetensorsFile(tensors, metadata);
    }

    private static float[] ReadValues(Stream stream, Entry entry)
    {
        var values = new float[entry.Count];
        if (entry.Bytes == 4)
        {
            stream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
            return values;
        }

        var halves = new Half[entry.Count];
        stream.ReadExactly(MemoryMarshal.AsBytes(halves.AsSpan()));
        TensorPrimitives.ConvertToSingle(halves, values);
        return values;
    }

    private static (List<Entry> Entries, Dictionary<string, string> Metadata) ParseHeader(byte[] header, string source)
    {
        try
        {
            using var document = JsonDocument.Parse(header, new JsonDocumentOptions { MaxDepth = 8 });
            var entries = new List<Entry>();
            var metadata = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var property in document.RootElement.EnumerateObject())
            {
                if (property.Name == "__metadata__")
                {
                    foreach (var item in property.Value.EnumerateObject())
                    {
                        metadata[item.Name] = item.Value.GetString() ?? "";
                    }

                    continue;
                }

                entries.Add(ParseEntry(property, source));
            }

            if (entries.GroupBy(entry => entry.Name).Any(group => group.Count() > 1))
            {
                throw Broken(source, "a tensor stands twice");
            }

            entries.Sort((a, b) => (a.Begin, a.End).CompareTo((b.Begin, b.End)));
            return (entries, metadata);
        }
        catch (Exception exception) when (
            exception is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or OverflowException)
        {
            throw Broken(source, "its header is not a safetensors header");
        }
    }

    private static Entry ParseEntry(JsonProperty property, string source)
    {
        var bytes = property.Value.GetProperty("dtype").GetString() switch
        {
            "F16" => 2,
            "F32" => 4,
            var other => throw Broken(source, $"the tensor '{property.Name}' has the type {other}; F16 and F32 are read"),
        };
        var shape = property.Value.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64()).ToArray();
        if (shape.Any(size => size < 0))
        {
            throw Broken(source, $"the tensor '{property.Name}' has a negative size");
        }

        var count = shape.Aggregate(1L, (product, size) => checked(product * size));
        if (count > int.MaxValue / 4)
        {
            throw Broken(source, $"the tensor '{property.Name}' is too large");
        }

        var offsets = property.Value.GetProperty("data_offsets");
        if (offsets.GetArrayLength() != 2)
        {
            throw Broken(source, $"the tensor '{property.Name}' has no place");
        }

        return new Entry(property.Name, shape, count, bytes, offsets[0].GetInt64(), offsets[1].GetInt64());
    }

    private static InvalidDataException Broken(string source, string why) => new($"The weights file '{source}' cannot be used: {why}.");

    private sealed record Entry(string Name, long[] Shape, long Count, int Bytes, long Begin, long End);
}
