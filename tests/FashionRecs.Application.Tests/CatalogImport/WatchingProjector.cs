using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Projection;

namespace FashionRecs.Application.Tests.CatalogImport;

/// <summary>Looks around before each picture and counts.</summary>
internal sealed class WatchingProjector(IPictureProjector inner, Func<Task> before, Action<int>? afterwards = null) : IPictureProjector
{
    private int calls;

    public int Calls => calls;
    public AttributeVocabulary Vocabulary => inner.Vocabulary;
    public string Fingerprint => inner.Fingerprint;

    public async Task<ProjectedPicture> ProjectAsync(ReadOnlyMemory<byte> encoded, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        await before();
        var result = await inner.ProjectAsync(encoded, cancellation);
        var count = Interlocked.Increment(ref calls);
        afterwards?.Invoke(count);
        cancellation.ThrowIfCancellationRequested();
        return result;
    }

    public Task<ValueMap> MapAsync(ReadOnlyMemory<byte> encoded, AttributeValue value, CancellationToken cancellation = default) =>
        inner.MapAsync(encoded, value, cancellation);

    public Task<ValueMap> MapAsync(ReadOnlyMemory<byte> encoded, ValueFamily family, CancellationToken cancellation = default) =>
        inner.MapAsync(encoded, family, cancellation);
}
