using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Projection;
using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Imaging;
using FashionRecs.Vision.Saliency;

namespace FashionRecs.Vision.Inference;

/// <summary>
/// The projection service the rest of the product calls. Loads the network at the first picture, so that a shop that only shows starts
/// without it.
/// </summary>
public sealed class PictureProjector(string? weights = null) : IPictureProjector, IDisposable
{
    private readonly Lazy<ProjectionEngine> engine = new(() => ProjectionEngine.Load(weights));
    private readonly Lazy<string> fingerprint = new(() => AttributeModelFile.Fingerprint(weights ?? AttributeModelFile.ShippedPath));

    /// <inheritdoc/>
    public AttributeVocabulary Vocabulary => AttributeVocabularyFile.Default;

    /// <inheritdoc/>
    public string Fingerprint => fingerprint.Value;

    /// <inheritdoc/>
    public Task<ProjectedPicture> ProjectAsync(ReadOnlyMemory<byte> encoded, CancellationToken cancellation = default) =>
        Task.Run(() => Map(encoded.Span).Picture, cancellation);

    /// <inheritdoc/>
    public Task<ValueMap> MapAsync(ReadOnlyMemory<byte> encoded, AttributeValue value, CancellationToken cancellation = default) =>
        Task.Run(
        () =>
        {
            var mapped = Map(encoded.Span);
            var (box, share) = engine.Value.Locate(mapped.Maps, mapped.Letterbox, value);
            var probability = mapped.Picture.Attributes[value.Attribute.Position].Probabilities[value.Position];
            var map = SaliencyMap.Compute(engine.Value.Weights.RegionRule(value.Attribute).Contrast, mapped.Maps, value);
            var (rows, columns, evidence) = mapped.Over(map, engine.Value.Weights.Input);
            return new ValueMap(value, probability, box, share, rows, columns, evidence);
        },
        cancellation);

    /// <summary>Projects a picture and keeps its maps, for pages that draw them.</summary>
    /// <exception cref="InvalidDataException">The picture cannot be used; one sentence says why.</exception>
    public MappedPicture Map(ReadOnlySpan<byte> encoded)
    {
        using var renderer = new InputRenderer(engine.Value.Weights.Input);
        return engine.Value.Project([PictureInput.Create(encoded, renderer)])[0];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (engine.IsValueCreated)
        {
            engine.Value.Dispose();
        }
    }
}
