using FashionRecs.Vision.Inference;

namespace FashionRecs.Training.Throughput;

/// <summary>Pictures to measure with, read into memory, so that the disk is not measured.</summary>
public static class BenchmarkPictures
{
    /// <summary>Reads pictures evenly from a folder; a folder with fewer is read again from its start.</summary>
    /// <exception cref="InvalidDataException">The folder has no pictures.</exception>
    public static IReadOnlyList<byte[]> Read(string folder, int count)
    {
        var files = FolderProjection.Files(folder);
        var step = Math.Max(1, files.Count / count);
        return [.. Enumerable.Range(0, count).Select(i => File.ReadAllBytes(files[i * step % files.Count]))];
    }
}
