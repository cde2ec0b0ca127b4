using FashionRecs.Application.Pictures;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Projection;
using FashionRecs.Vision.Inference;
using Microsoft.Extensions.Caching.Memory;

namespace FashionRecs.Web.Pictures;

/// <summary>Heat maps, made by the projection service when first asked for and kept while there is room. Thread-safe.</summary>
public sealed class MapCache(PictureStore store, IPictureProjector projector) : IDisposable
{
    /// <summary>Room for maps, in bytes: some 10,000.</summary>
    private const long Room = 32 << 20;

    /// <summary>The network takes one picture at a time; whoever would wait longer than this had better ask again.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);

    private readonly MemoryCache maps = new(new MemoryCacheOptions { SizeLimit = Room });
    private readonly SemaphoreSlim making = new(1);

    /// <summary>
    /// A map as a transparent PNG to be laid over the whole picture, or null where there is no such picture or it cannot be read.
    /// </summary>
    /// <exception cref="TimeoutException">Too many maps are being made.</exception>
    public async Task<byte[]?> GetAsync(string fingerprint, AttributeValue value, bool ofFamily, CancellationToken cancellation)
    {
        if (maps.TryGetValue((projector.Fingerprint, fingerprint, value.Index, ofFamily), out byte[]? known))
        {
            return known;
        }

        if (!await making.WaitAsync(LongestWait, cancellation))
        {
            throw new TimeoutException("Too many heat maps are being made; try again in a moment.");
        }

        try
        {
            if (maps.TryGetValue((projector.Fingerprint, fingerprint, value.Index, ofFamily), out known))
            {
                return known;
            }

            if (await store.TryReadAsync(fingerprint, cancellation) is not { } picture)
            {
                return null;
            }

            var map = ProjectionOverlay.HeatPng(ofFamily && value.Family is { } family
                ? await projector.MapAsync(picture, family, cancellation)
                : await projector.MapAsync(picture, value, cancellation));
            return maps.Set((projector.Fingerprint, fingerprint, value.Index, ofFamily), map, new MemoryCacheEntryOptions
            {
                Size = map.Length,
            });
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException)
        {
            return null;
        }
        finally
        {
            making.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        maps.Dispose();
        making.Dispose();
    }
}
