using FashionRecs.Core.Attributes;

namespace FashionRecs.Core.Projection;

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
}
