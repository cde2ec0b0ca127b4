using FashionRecs.Application.CatalogImport;
using FashionRecs.Application.CatalogImport.Names;
using FashionRecs.Application.Outbound;

namespace FashionRecs.Application.Feeds;

/// <summary>
/// Finds the pictures of a feed where its list says they are, and fetches each when its row is judged. Safe to share between threads.
/// </summary>
public sealed class PicturesAtAddresses(OutboundClient client, OutboundGate gate, CatalogImportLimits limits)
{
    /// <summary>After so many failures in a row the others are not tried: their server is away.</summary>
    private const int Patience = 20;

    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(60);

    /// <summary>Finds pictures of one list at addresses, and what is not at one as before.</summary>
    public CatalogImportSource With(CatalogImportSource source)
    {
        var failures = 0;
        return source with
        {
            Find = listed => ListedPath.From(listed).IsAddress && source.Find(listed) is { File: null }
                ? new PictureMatch(new CatalogImportFile(listed, token => FetchAsync(listed, token)), null) : source.Find(listed),
        };

        async Task<byte[]> FetchAsync(string listed, CancellationToken cancellation)
        {
            if (failures >= Patience)
            {
                throw new InvalidDataException($"the picture was not fetched, since {Patience} before it could not be");
            }

            using var picture = new MemoryStream();
            try
            {
                var address = gate.Read(listed.StartsWith("//", StringComparison.Ordinal) ? $"https:{listed}" : listed);
                await client.GetAsync(address, picture, limits.LargestPicture, AtMost, cancellation: cancellation);
            }
            catch (InvalidDataException exception)
            {
                failures++;
                throw new InvalidDataException($"the picture cannot be fetched: {exception.Message}");
            }

            failures = 0;
            return picture.ToArray();
        }
    }
}
