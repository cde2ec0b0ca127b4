using FashionRecs.Vision.Images;
using FashionRecs.Web.Shop.Taste;
using Microsoft.Extensions.Caching.Memory;

namespace FashionRecs.Web.Pictures;

/// <summary>Small copies of pictures, made once and kept while there is room. Thread-safe.</summary>
public sealed class PictureCache(IShopStore store) : IDisposable
{
    /// <summary>Room for copies, in bytes: some 10,000 cards.</summary>
    private const long Room = 128 << 20;

    private readonly MemoryCache copies = new(new MemoryCacheOptions { SizeLimit = Room });

    /// <summary>A copy, or null where there is no such picture or it cannot be read.</summary>
    public async Task<byte[]?> GetAsync(string fingerprint, int width, CancellationToken cancellation)
    {
        if (copies.TryGetValue((fingerprint, width), out byte[]? known))
        {
            return known;
        }

        try
        {
            if (await store.PictureAsync(fingerprint, cancellation) is not { } original)
            {
                return null;
            }

            var copy = PictureResizer.ToWebp(original, width);
            return copies.Set((fingerprint, width), copy, new MemoryCacheEntryOptions { Size = copy.Length });
        }
        catch (InvalidDataException)
        {
            return null; // A picture damaged after its import is as good as none.
        }
    }

    /// <inheritdoc/>
    public void Dispose() => copies.Dispose();
}
