using FashionRecs.Domain.Attributes;

namespace FashionRecs.Domain.Projection;

/// <summary>Projects pictures into the attribute space. Implementations are safe to call from several threads.</summary>
public interface IPictureProjector
{
    /// <summary>The vocabulary of the readings.</summary>
    AttributeVocabulary Vocabulary { get; }

    /// <summary>Fingerprint of the weights in use (lower-case hexadecimal); readings with another fingerprint are out of date.</summary>
    string Fingerprint { get; }

    /// <summary>Projects one encoded picture (JPEG, PNG or WebP).</summary>
    /// <exception cref="InvalidDataException">The picture cannot be used; the message is one sentence that says why.</exception>
    Task<ProjectedPicture> ProjectAsync(ReadOnlyMemory<byte> encoded, CancellationToken cancellation = default);

    /// <summary>
    /// Says where one encoded picture speaks for a value, the likeliest or any other, for a heat map or a person's correction.
    /// </summary>
    /// <param name="encoded">The picture's bytes (JPEG, PNG or WebP).</param>
    /// <param name="value">A value of <see cref="Vocabulary"/>.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="InvalidDataException">The picture cannot be used; the message is one sentence that says why.</exception>
    Task<ValueMap> MapAsync(ReadOnlyMemory<byte> encoded, AttributeValue value, CancellationToken cancellation = default);

    /// <summary>The same of a family: the sum of its values' maps, with the region cut from that sum.</summary>
    /// <exception cref="InvalidDataException">The picture cannot be used; the message is one sentence that says why.</exception>
    Task<ValueMap> MapAsync(ReadOnlyMemory<byte> encoded, ValueFamily family, CancellationToken cancellation = default);
}
