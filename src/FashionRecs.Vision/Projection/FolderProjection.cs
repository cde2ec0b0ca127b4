using System.Threading.Channels;
using FashionRecs.Vision.Images;

namespace FashionRecs.Vision.Projection;

/// <summary>One file's outcome: a projected picture with what the network saw, or the sentence that says why not.</summary>
public sealed record FileProjection(string Path, MappedPicture? Result, PictureInput? Input, string? Error);

/// <summary>Projects many files in order, decoding the next batch while the network works on this one.</summary>
public static class FolderProjection
{
    private const int Batch = 16;
    private static readonly string[] Extensions = [".jpg", ".jpeg", ".png", ".webp"];

    /// <summary>The pictures a path stands for: itself, or every picture file below a folder, in the order of their names.</summary>
    /// <exception cref="InvalidDataException">The path does not exist, or the folder has no pictures.</exception>
    public static IReadOnlyList<string> Files(string path)
    {
        if (File.Exists(path))
        {
            return [path];
        }

        if (!Directory.Exists(path))
        {
            throw new InvalidDataException($"There is no file or folder '{path}'.");
        }

        string[] files = [.. Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
            .Where(file => Extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal)];
        return files.Length > 0 ? files : throw new InvalidDataException($"The folder '{path}' has no pictures (.jpg, .jpeg, .png or .webp).");
    }

    /// <summary>Projects files; one outcome each, in order.</summary>
    public static async IAsyncEnumerable<FileProjection> RunAsync(
        ProjectionEngine engine, IReadOnlyList<string> files, bool keepFeatures = false, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var channel = Channel.CreateBounded<(string Path, PictureInput? Input, string? Error)[]>(2);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var decoding = Task.Run(() => DecodeAsync(engine, files, channel.Writer, stop.Token), stop.Token);
        try
        {
            await foreach (var batch in channel.Reader.ReadAllAsync(cancellation))
            {
                PictureInput[] inputs = [.. batch.Where(item => item.Input is not null).Select(item => item.Input!)];
                var results = inputs.Length > 0 ? engine.Project(inputs, keepFeatures) : [];
                var next = 0;
                foreach (var item in batch)
                {
                    yield return new FileProjection(item.Path, item.Input is null ? null : results[next++], item.Input, item.Error);
                }
            }
        }
        finally
        {
            await stop.CancelAsync();
            await decoding.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    private static async Task DecodeAsync(
        ProjectionEngine engine, IReadOnlyList<string> files, ChannelWriter<(string, PictureInput?, string?)[]> writer, CancellationToken cancellation)
    {
        using var renderer = new InputRenderer(engine.Weights.Input);
        Exception? failure = null;
        try
        {
            foreach (var chunk in files.Chunk(Batch))
            {
                await writer.WriteAsync([.. chunk.Select(Decode)], cancellation);
            }
        }
        catch (Exception exception)
        {
            failure = exception;
        }

        writer.Complete(failure);

        (string, PictureInput?, string?) Decode(string path)
        {
            try
            {
                return (path, PictureInput.Create(PictureDecoder.ReadFile(path), renderer), null);
            }
            catch (Exception exception) when (exception is InvalidDataException or IOException or UnauthorizedAccessException)
            {
                return (path, null, exception.Message);
            }
        }
    }
}
