using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Projection;

namespace FashionRecs.EndToEnd.Tests.Merchandising;

/// <summary>
/// Reads only as many pictures as it is let, so that a test can act while pictures are being read, on a machine of any speed.
/// </summary>
internal sealed class GatedProjector(IPictureProjector inner) : IPictureProjector, IDisposable
{
    private readonly SemaphoreSlim gate = new(0);

    public AttributeVocabulary Vocabulary => inner.Vocabulary;
    public string Fingerprint => inner.Fingerprint;

    public void Let(int pictures) => gate.Release(pictures);

    public async Task<ProjectedPicture> ProjectAsync(ReadOnlyMemory<byte> encoded, CancellationToken cancellation = default)
    {
        await gate.WaitAsync(cancellation);
        return await inner.ProjectAsync(encoded, cancellation);
    }

    public Task<ValueMap> MapAsync(ReadOnlyMemory<byte> encoded, AttributeValue value, CancellationToken cancellation = default) =>
        inner.MapAsync(encoded, value, cancellation);

    public Task<ValueMap> MapAsync(ReadOnlyMemory<byte> encoded, ValueFamily family, CancellationToken cancellation = default) =>
        inner.MapAsync(encoded, family, cancellation);

    public void Dispose() => gate.Dispose();
}
