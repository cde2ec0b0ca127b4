using FashionRecs.Application.Shop.Photographs;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Beliefs;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Projection;
using FashionRecs.Vision.Imaging;

namespace FashionRecs.Web.Shop.Photographs;

/// <summary>
/// Looks at photographs that people hand in: judged as every picture that comes from outside, made small, and read by the network.
/// Thread-safe.
/// </summary>
public sealed class PhotographReader(IPictureInspector inspector, IPictureProjector projector, AttributeVocabulary vocabulary,
    BeliefReader beliefs) : IDisposable
{
    /// <summary>Longest file that is taken, in bytes: what the judge takes.</summary>
    public const int Longest = (int)PictureLimits.MaximumBytes;

    /// <summary>Width of the copy that is read and shown, in pixels.</summary>
    private const int Width = 960;

    /// <summary>Photographs that are looked at at a time: a large one may take 220 MB and a second of a core.</summary>
    private const int AtATime = 2;

    /// <summary>Whoever would wait longer had better try again.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim looking = new(AtATime);

    /// <summary>Looks at a photograph.</summary>
    /// <returns>What is seen, or why it could not be looked at.</returns>
    /// <exception cref="TimeoutException">Too many are being looked at.</exception>
    public async Task<SeenPhotograph> ReadAsync(ReadOnlyMemory<byte> encoded, CancellationToken cancellation)
    {
        if (!await looking.WaitAsync(LongestWait, cancellation))
        {
            throw new TimeoutException("Many people are handing in photographs right now. Please try again in a moment.");
        }

        try
        {
            return await Task.Run(() => LookAsync(encoded, cancellation), cancellation);
        }
        catch (InvalidDataException exception)
        {
            return new SeenPhotograph(Guid.NewGuid(), null, ReadOnlyMemory<byte>.Empty, exception.Message);
        }
        finally
        {
            looking.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => looking.Dispose();

    private async Task<SeenPhotograph> LookAsync(ReadOnlyMemory<byte> encoded, CancellationToken cancellation)
    {
        var judged = inspector.Inspect(encoded);
        // Read from the copy that is shown, so that regions lie on the very pixels people see. The network's own input is smaller still.
        var copy = PictureResizer.ToWebp(judged.Bytes.Span, Width);
        var read = await projector.ProjectAsync(copy, cancellation);
        var product = new Product { Id = "photograph", Name = "", Picture = "", PictureWidth = read.Width, PictureHeight = read.Height };
        return new SeenPhotograph(Guid.NewGuid(),
            new CatalogItem(vocabulary, product, new PredictedTags(projector.Fingerprint, read.Attributes), [], beliefs), copy, null);
    }
}
