using System.Buffers.Binary;
using System.Text;
using CsCheck;
using FashionRecs.Tests;
using FashionRecs.Vision.Weights;

namespace FashionRecs.Vision.Tests.Weights;

public class SafetensorsPropertyTests
{
    private const string Header =
        """{"__metadata__":{"made":"by a test"},"a":{"dtype":"F32","shape":[2,2],"data_offsets":[0,16]},"b":{"dtype":"F16","shape":[3],"data_offsets":[16,22]}}""";

    [Fact]
    public void Read_AnyBytes_GivesTensorsOrSaysWhatIsWrong() =>
        Gen.OneOf(Gen.Byte.Array, Damage.Of(File(Header)), Damage.OfJson(Header).Select(File), Damage.Of(Header).Select(File))
            .Sample(IsReadOrRefused, iter: 3000);

    private static bool IsReadOrRefused(byte[] bytes)
    {
        try
        {
            return SafetensorsReader.Read(new MemoryStream(bytes), "test").Tensors.Values
                .All(tensor => tensor.Values.Length == tensor.Shape.Aggregate(1L, (count, size) => count * size));
        }
        catch (InvalidDataException exception)
        {
            return exception.Message.StartsWith("The weights file 'test' cannot be used: ", StringComparison.Ordinal);
        }
    }

    private static byte[] File(string header)
    {
        var text = Encoding.UTF8.GetBytes(header);
        var bytes = new byte[8 + text.Length + 22];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, text.Length);
        text.CopyTo(bytes, 8);
        return bytes;
    }
}
