using System.Buffers.Binary;
using System.Text;
using FashionRecs.Vision.Weights;

namespace FashionRecs.Vision.Tests.Weights;

public class SafetensorsTests
{
    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1e-3)]
    public void Write_ThenRead_GivesTheSame(bool half, double tolerance)
    {
        using var stream = new MemoryStream();
        var file = new SafetensorsFile(
            new Dictionary<string, StoredTensor> { ["b"] = new([2, 2], [1, -2.5f, 3.25f, 0.1f]), ["a"] = new([], [7]) },
            new Dictionary<string, string> { ["made"] = "by a test \"quoted\"" });

        SafetensorsWriter.Write(stream, file, half);
        stream.Position = 0;
        var read = SafetensorsReader.Read(stream, "test");

        Assert.Equal(file.Metadata, read.Metadata);
        Assert.Equal([2L, 2L], read.Tensors["b"].Shape);
        Assert.Equal(0.1f, read.Tensors["b"].Values[3], tolerance);
        Assert.Equal([7f], read.Tensors["a"].Values);
    }

    [Theory]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}""", 4, "does not fit its shape")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", 4,
        "does not fit its shape")]
    [InlineData("""{"a":{"dtype":"F32","shape":[4],"data_offsets":[0,16]}}""", 8, "may be cut off")]
    [InlineData("""{"a":{"dtype":"I64","shape":[1],"data_offsets":[0,8]}}""", 8, "F16 and F32 are read")]
    [InlineData("""{"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}""", 4, "negative size")]
    [InlineData("""{"a":{"dtype":"F32","shape":[9223372036854775807,4],"data_offsets":[0,4]}}""", 4, "not a safetensors header")]
    [InlineData("""{"a":{"dtype":"F32","shape":[4000000000],"data_offsets":[0,16000000000]}}""", 4, "too large")]
    [InlineData("""[1,2]""", 0, "not a safetensors header")]
    [InlineData("""{"a":""", 0, "not a safetensors header")]
    public void Read_HostileHeader_IsRefused(string header, int bytes, string expected)
    {
        var exception = Assert.Throws<InvalidDataException>(() => SafetensorsReader.Read(File(header, bytes), "weights"));

        Assert.StartsWith("The weights file 'weights' cannot be used: ", exception.Message);
        Assert.Contains(expected, exception.Message);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(12)]
    public void Read_CutOffInTheHeader_IsRefused(int length)
    {
        var whole = File("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", 4).ToArray();

        Assert.Throws<InvalidDataException>(() => SafetensorsReader.Read(new MemoryStream(whole[..length]), "weights"));
    }

    [Fact]
    public void Read_HeaderLongerThanAnyMemory_IsRefused()
    {
        var bytes = new byte[16];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, ulong.MaxValue);

        Assert.Throws<InvalidDataException>(() => SafetensorsReader.Read(new MemoryStream(bytes), "weights"));
    }

    private static MemoryStream File(string header, int bytes)
    {
        var text = Encoding.UTF8.GetBytes(header);
        var file = new byte[8 + text.Length + bytes];
        BinaryPrimitives.WriteUInt64LittleEndian(file, (ulong)text.Length);
        text.CopyTo(file, 8);
        return new MemoryStream(file);
    }
}
