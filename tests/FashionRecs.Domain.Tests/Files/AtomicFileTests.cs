using FashionRecs.Domain.Files;

namespace FashionRecs.Domain.Tests.Files;

public sealed class AtomicFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("fashionrecs-").FullName;

    private string Target => Path.Combine(folder, "below", "file.txt");

    [Fact]
    public void Write_NewAndAgain_HasTheLastContentAndNothingBesideIt()
    {
        AtomicFile.Write(Target, stream => stream.Write("one"u8));
        AtomicFile.Write(Target, stream => stream.Write("two"u8));

        Assert.Equal("two", File.ReadAllText(Target));
        Assert.Equal([Target], Directory.GetFiles(Path.GetDirectoryName(Target)!));
    }

    [Fact]
    public void Create_NotYetCommitted_LeavesTheFileBeforeAsItWas()
    {
        AtomicFile.Write(Target, stream => stream.Write("before"u8));

        using (var file = AtomicFile.Create(Target))
        {
            file.Content.Write("half"u8);
            file.Content.Flush();
            Assert.Equal("before", File.ReadAllText(Target));
        }

        Assert.Equal("before", File.ReadAllText(Target));
        Assert.Equal([Target], Directory.GetFiles(Path.GetDirectoryName(Target)!));
    }

    [Fact]
    public async Task WriteAsync_WriterThatFails_LeavesNothing()
    {
        await Assert.ThrowsAsync<IOException>(() => AtomicFile.WriteAsync(Target, async stream =>
        {
            await stream.WriteAsync("half"u8.ToArray());
            throw new IOException("The disk is full.");
        }));

        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(Target)!));
    }

    [Fact]
    public async Task WriteAsync_SeveralAtOnce_OneOfThemStaysWhole()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(number => Task.Run(() => AtomicFile.WriteAsync(Target, async stream =>
        {
            foreach (var _ in Enumerable.Range(0, 50))
            {
                await stream.WriteAsync(BitConverter.GetBytes(number));
            }
        }))));

        var bytes = File.ReadAllBytes(Target);
        Assert.Equal(200, bytes.Length);
        Assert.Single(bytes.Chunk(4).Select(part => BitConverter.ToInt32(part)).Distinct());
        Assert.Equal([Target], Directory.GetFiles(Path.GetDirectoryName(Target)!));
    }

    [Fact]
    public void Create_StreamThatCannotBeOpened_LeavesNothing()
    {
        Assert.Throws<IOException>(() => AtomicFile.Create(Target, path =>
        {
            File.WriteAllText(path, "");
            throw new IOException("No.");
        }));

        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(Target)!));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
