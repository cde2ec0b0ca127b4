using System.Text;
using FashionRecs.Domain.Projection;

namespace FashionRecs.Tests;

/// <summary>Takes everything for a picture but empty files and programs.</summary>
internal sealed class FakeInspector : IPictureInspector
{
    public InspectedPicture Inspect(ReadOnlyMemory<byte> encoded) => encoded.Span is [] or [(byte)'M', (byte)'Z', ..]
        ? throw new InvalidDataException("The file is not a readable JPEG, PNG or WebP picture.")
        : new InspectedPicture(encoded, 300, 400, Blank.Contains(Encoding.UTF8.GetString(encoded.Span)));

    /// <summary>Texts that stand for pictures of one colour.</summary>
    public ISet<string> Blank { get; } = new HashSet<string>();

    /// <summary>Regions that lie off the garment; all others lie on it.</summary>
    public ISet<PixelBox> Off { get; } = new HashSet<PixelBox>();

    public IReadOnlyList<float>? OnGarment(ReadOnlyMemory<byte> encoded, IReadOnlyList<PixelBox> regions) =>
        [.. regions.Select(region => Off.Contains(region) ? 0f : 1f)];
}
