using System.Text;
using FashionRecs.Domain.Files;

namespace FashionRecs.Domain.Tests.Files;

public sealed class NpyTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("npy-").FullName;

    private string Target => Path.Combine(folder, "a.npy");

    [Fact]
    public void Write_TwoRows_AreTheBytesThatNumPyDefines()
    {
        Save([2], half: false, [1, 2], [3, 4]);

        var bytes = File.ReadAllBytes(Target);
        Assert.Equal(new byte[] { 0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', 1, 0, 118, 0 }, bytes[..10]);
        var header = Encoding.ASCII.GetString(bytes, 10, 118);
        Assert.Equal("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 2), }", header.TrimEnd());
        Assert.EndsWith("\n", header);
        Assert.Equal([1f, 2, 3, 4], Enumerable.Range(0, 4).Select(i => BitConverter.ToSingle(bytes, 128 + (4 * i))));
        Assert.Equal(144, bytes.Length);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Read_WrittenRows_AreTheSame(bool half)
    {
        Save([2, 3], half, [0, 1, -2, 3.5f, 4, 5], [6, 7, 8, 9, 10, 0.25f]);

        using var reader = new NpyReader(Target);
        var row = new float[6];
        reader.Read(1, row);

        Assert.Equal([2, 2, 3], reader.Shape);
        Assert.Equal([6, 7, 8, 9, 10, 0.25f], row);
    }

    [Fact]
    public void Dispose_WithoutComplete_LeavesNothing()
    {
        using (var writer = new NpyWriter(Target, [1], half: false))
        {
            writer.Write([1f]);
        }

        Assert.Empty(Directory.GetFiles(folder));
    }

    [Theory]
    [InlineData(-1, "length does not fit")]
    [InlineData(5, "does not begin")]
    [InlineData(60, "header claims")]
    public void Open_CutOffFile_SaysWhatIsWrong(int keep, string why)
    {
        Save([4], half: false, [1, 2, 3, 4]);
        var bytes = File.ReadAllBytes(Target);
        File.WriteAllBytes(Target, keep < 0 ? bytes[..^1] : bytes[..keep]);

        Assert.Contains(why, Assert.Throws<InvalidDataException>(() => new NpyReader(Target)).Message);
    }

    private void Save(int[] rowShape, bool half, params float[][] rows)
    {
        using var writer = new NpyWriter(Target, rowShape, half);
        foreach (var row in rows)
        {
            writer.Write(row);
        }

        writer.Complete();
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
