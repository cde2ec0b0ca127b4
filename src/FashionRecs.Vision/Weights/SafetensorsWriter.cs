using System.Buffers.Binary;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using FashionRecs.Domain.Files;

namespace FashionRecs.Vision.Weights;

/// <summary>Writes safetensors files; the file appears whole or not at all.</summary>
public static class SafetensorsWriter
{
    /// <summary>Writes a file beside its final place and moves it there.</summary>
    /// <param name="path">Final place.</param>
    /// <param name="file">Tensors and metadata; tensors are written in the order of their names.</param>
    /// <param name="half">float16 when true (halves the size, 11 bits of precision), else float32.</param>
    public static void Write(string path, SafetensorsFile file, bool half) => AtomicFile.Write(path, stream => Write(stream, file, half));

    /// <summary>Writes to a stream.</summary>
    public static void Write(Stream stream, SafetensorsFile file, bool half)
    {
        var names = file.Tensors.Keys.Order(StringComparer.Ordinal).ToArray();
        var header = new JsonObject();
        if (file.Metadata.Count > 0)
        {
            header["__metadata__"] =
                new JsonObject(file.Metadata.OrderBy(item => item.Key, StringComparer.Ordinal)
                .Select(item => KeyValuePair.Create(item.Key, (JsonNode?)item.Value)));
        }

        var offset = 0L;
        foreach (var name in names)
        {
            var tensor = file.Tensors[name];
            var end = offset + ((long)tensor.Values.Length * (half ? 2 : 4));
            header[name] = new JsonObject
            {
                ["dtype"] = half ? "F16" : "F32",
                ["shape"] = new JsonArray([.. tensor.Shape.Select(size => (JsonNode?)size)]),
                ["data_offsets"] = new JsonArray(offset, end),
            };
            offset = end;
        }

        var text = System.Text.Encoding.UTF8.GetBytes(header.ToJsonString());
        var padded = (text.Length + 7) / 8 * 8; // spaces after the JSON keep the tensors aligned
        Span<byte> prefix = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(prefix, (ulong)padded);
        stream.Write(prefix);
        stream.Write(text);
        stream.Write(System.Text.Encoding.UTF8.GetBytes(new string(' ', padded - text.Length)));
        foreach (var name in names)
        {
            WriteValues(stream, file.Tensors[name].Values, half);
        }
    }

    private static void WriteValues(Stream stream, float[] values, bool half)
    {
        if (!half)
        {
            stream.Write(MemoryMarshal.AsBytes(values.AsSpan()));
            return;
        }

        var halves = new Half[values.Length];
        TensorPrimitives.ConvertToHalf(values, halves);
        stream.Write(MemoryMarshal.AsBytes(halves.AsSpan()));
    }
}
