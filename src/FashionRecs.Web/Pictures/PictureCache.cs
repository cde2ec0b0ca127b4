using FashionRecs.Application.Pictures;
using FashionRecs.Domain.Projection;
using FashionRecs.Vision.Imaging;
using Microsoft.Extensions.Caching.Memory;

namespace FashionRecs.Web.Pictures;

/// <summary>Small copies of pictures, made once and kept while there is room. Thread-safe.</summary>
public sealed class PictureCache(PictureStore store) : IDisposable
{
    /// <summary>Room for copies, in bytes: some 10,000 cards.</summary>
    private const long Room = 128 << 20;

    /// <summary>Pictures that are decoded at a time: each may take 240 MB and a second of a core.</summary>
    private const int AtATime = 2;

    /// <summary>Whoever would wait longer had better ask again.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);

    private readonly SemaphoreSlim making = new(AtATime);
    private readonly MemoryCache copies = new(new MemoryCacheOptions { SizeLimit = Room });

    /// <summary>A copy, or null where there is no such picture or it cannot be read.</summary>
    /// <exception cref="TimeoutException">Too many copies are being made.</exception>
    public Task<byte[]?> GetAsync(string fingerprint, int width, CancellationToken cancellation) =>
        GetAsync(fingerprint, (fingerprint, width), bytes => PictureResizer.ToWebp(bytes, width), cancellation);

    /// <summary>The square around a region, or null where there is no such picture or it cannot be read.</summary>
    /// <exception cref="TimeoutException">Too many copies are being made.</exception>
    public Task<byte[]?> GetAsync(string fingerprint, PixelBox region, CancellationToken cancellation) =>
        GetAsync(fingerprint, (fingerprint, region), bytes => PictureCropper.ToWebp(bytes, region, CropAddress.Side), cancellation);

    /// <summary>The picture with parts marked, or null where there is no such picture or it cannot be read.</summary>
    /// <exception cref="TimeoutException">Too many copies are being made.</exception>
    public Task<byte[]?> GetAsync(string fingerprint, IReadOnlyList<PartRegion> marked, CancellationToken cancellation) =>
        GetAsync(fingerprint, (fingerprint, string.Join(' ', marked)), bytes => MarkedPicture.ToJpeg(bytes, marked), cancellation);

    private async Task<byte[]?> GetAsync(string fingerprint, object key, Func<byte[], byte[]> make, CancellationToken cancellation)
    {
        if (copies.TryGetValue(key, out byte[]? known))
        {
            // A product may have been deleted with its picture meanwhile.
            return await store.ExistsAsync(fingerprint, cancellation) ? known : null;
        }

        if (!await making.WaitAsync(LongestWait, cancellation))
        {
            throw new TimeoutException("Too many pictures are being made smaller; try again in a moment.");
        }

        try
        {
            if (copies.TryGetValue(key, out known))
            {
                return known;
            }

            if (await store.TryReadAsync(fingerprint, cancellation) is not { } picture)
            {
                return null;
            }

            var copy = make(picture);
            return copies.Set(key, copy, new MemoryCacheEntryOptions { Size = copy.Length });
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException)
        {
            return null; // A picture damaged after its import is as good as none.
        }
        finally
        {
            making.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        copies.Dispose();
        making.Dispose();
    }
}
