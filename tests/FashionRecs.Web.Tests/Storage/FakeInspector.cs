using FashionRecs.Core.Projection;

namespace FashionRecs.Web.Tests.Storage;

/// <summary>Takes everything for a picture but empty files and programs.</summary>
internal sealed class FakeInspector : IPictureInspector
{
    public (int Width, int Height) Inspect(ReadOnlyMemory<byte> encoded) => encoded.Span is [] or [(byte)'M', (byte)'Z', ..]
        ? throw new InvalidDataException("The file is not a readable JPEG, PNG or WebP picture.")
        : (300, 400);

    public IReadOnlyList<float>? OnGarment(ReadOnlyMemory<byte> encoded, IReadOnlyList<PixelBox> regions) => [.. regions.Select(_ => 1f)];
}
