using FashionRecs.Domain.Projection;

namespace FashionRecs.Domain.Catalog;

/// <summary>What the network said of a product's picture. Kept as it was said; people's corrections stand beside it.</summary>
/// <param name="Fingerprint">Fingerprint of the weights that said it (<see cref="IPictureProjector.Fingerprint"/>).</param>
/// <param name="Attributes">One reading per attribute of the vocabulary, in its order.</param>
public sealed record PredictedTags(string Fingerprint, IReadOnlyList<ProjectedAttribute> Attributes);
