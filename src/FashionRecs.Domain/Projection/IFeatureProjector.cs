namespace FashionRecs.Domain.Projection;

/// <summary>A projector that also says what the network makes of a picture before it makes words of it.</summary>
public interface IFeatureProjector : IPictureProjector
{
    /// <summary>The features of a picture and of the regions found in it.</summary>
    /// <exception cref="InvalidDataException">The picture cannot be used; one sentence says why.</exception>
    Task<PictureFeatures> FeaturesAsync(ReadOnlyMemory<byte> encoded, CancellationToken cancellation = default);
}
