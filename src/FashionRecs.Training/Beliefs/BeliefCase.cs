using FashionRecs.Training.Datasets;

namespace FashionRecs.Training.Beliefs;

/// <summary>A labelled picture as the fit of beliefs sees it.</summary>
/// <param name="Name">Name of the picture; decides its fold.</param>
/// <param name="Source">Where it comes from; results are also reported by it.</param>
/// <param name="Probabilities">What the network said of every value of the vocabulary, each in [0, 1].</param>
/// <param name="Letters">One letter per value of the vocabulary; attributes without a <c>y</c> are unknown.</param>
/// <param name="Weight">How much it counts in the fit, above 0; a photograph counts 1.</param>
/// <param name="IsMeasured">Whether penalties are chosen and results are measured on it; false for drawings, which only help to
/// fit.</param>
public sealed record BeliefCase(string Name, string Source, float[] Probabilities, LabelLetter[] Letters, double Weight = 1,
    bool IsMeasured = true);
