using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Beliefs;

namespace FashionRecs.Training.Beliefs;

/// <summary>What was fitted for one attribute.</summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="Measured">Labelled pictures that the loss is measured on.</param>
/// <param name="Penalty">The penalty of least loss.</param>
/// <param name="Loss">Mean cross-entropy of the true value, in nats per picture, each picture read by weights that were fitted without it;
/// NaN without pictures.</param>
/// <param name="UntrainedLoss">The same of <see cref="BeliefModel.Plain"/>.</param>
/// <param name="Weights">Fitted on all pictures.</param>
/// <param name="FoldWeights">Per fold, fitted without it.</param>
public sealed record AttributeBeliefFit(
    GarmentAttribute Attribute, int Measured, BeliefPenalty Penalty, double Loss, double UntrainedLoss,
    AttributeBeliefWeights Weights, IReadOnlyList<AttributeBeliefWeights> FoldWeights);
