using FashionRecs.Application.Pictures;
using FashionRecs.Vision.Imaging;
using Microsoft.Extensions.Caching.Memory;

namespace FashionRecs.Web.Pictures;

/// <summary>Small copies of pictures, made once and kept while there is room. Thread-safe.</summary>
public sealed class PictureCache(PictureStore store) : IDisposable
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
            if (store.TryFind(fingerprint) is not { } file)
            {
                return null;
            }

            var copy = PictureResizer.ToWebp(await File.ReadAllBytesAsync(file, cancellation), width);
            return copies.Set((fingerprint, width), copy, new MemoryCacheEntryOptions { Size = copy.Length });
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException)
        {
            return null; // A picture damaged after its import is as good as none.
        }
    }

    /// <inheritdoc/>
    public void Dispose() => copies.Dispose();
}
