using FashionRecs.Training.Datasets;

namespace FashionRecs.Training.Reviews;

/// <summary>A product's picture with what people said of it.</summary>
/// <param name="Picture">Attributes nobody reviewed are unknown in its letters; <see cref="LabelledPicture.Image"/> is the product's
/// id.</param>
/// <param name="Weights">
/// How much each attribute's review counts in learning, in [0, 1] and in the vocabulary's order. Only reviews of weight 1 measure anything.
/// </param>
public sealed record ReviewedPicture(LabelledPicture Picture, IReadOnlyList<float> Weights);
