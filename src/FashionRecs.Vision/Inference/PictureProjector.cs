using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Projection;
using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Engines;
using FashionRecs.Vision.Imaging;

namespace FashionRecs.Vision.Inference;

/// <summary>
/// The projection service the rest of the product calls. Loads the network at the first picture, so that a shop that only shows starts
/// without it.
/// </summary>
/// <param name="weights">Weights file; null for the one that ships with the project.</param>
/// <param name="option">What runs the network.</param>
public sealed class PictureProjector(string? weights = null, EngineOption option = EngineOption.Torch) : IPictureProjector, IDisposable
{
    private readonly Lazy<ProjectionEngine> engine = new(() => ProjectionEngine.Load(weights, engine: option));
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
        MapAsync(encoded, [value], cancellation);

    /// <inheritdoc/>
    public Task<ValueMap> MapAsync(ReadOnlyMemory<byte> encoded, ValueFamily family, CancellationToken cancellation = default) =>
        MapAsync(encoded, family.Values, cancellation);

    private Task<ValueMap> MapAsync(ReadOnlyMemory<byte> encoded, IReadOnlyList<AttributeValue> values, CancellationToken cancellation) =>
        Task.Run(
        () =>
        {
            var mapped = Map(encoded.Span);
            var region = engine.Value.Locate(mapped, values);
            var probabilities = mapped.Picture.Attributes[values[0].Attribute.Position].Probabilities;
            var likeliest = values.MaxBy(value => probabilities[value.Position])!;
            var (rows, columns, evidence) = mapped.Over(engine.Value.Evidence(mapped, values), engine.Value.Weights.Input);
            return new ValueMap(likeliest, probabilities[likeliest.Position], region, rows, columns, evidence)
            {
                IsPart = region?.Outline is not null,
            };
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
