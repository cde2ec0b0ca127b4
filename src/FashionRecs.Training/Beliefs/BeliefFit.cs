using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Beliefs;
using FashionRecs.Domain.Hashing;
using FashionRecs.Training.Datasets;

namespace FashionRecs.Training.Beliefs;

/// <summary>
/// Fits a <see cref="BeliefModel"/>: per attribute a multinomial logistic regression of the label <c>y</c> on the logits of the network
/// (<c>m</c> counts as not), held near scaling each value's own logit. Everything that is measured is cross-fitted: a picture is read by
/// weights that were fitted without its fold. Penalties are chosen by the same cross-fit, from few, so that results are a trifle too good.
/// Deterministic.
/// </summary>
public sealed class BeliefFit(AttributeVocabulary vocabulary, BeliefFitOptions options)
{
    /// <summary>Fits all attributes.</summary>
    /// <param name="cases">Pictures that the network was not trained on.</param>
    /// <exception cref="InvalidDataException">There is nothing to measure on.</exception>
    public FittedBeliefs Run(IReadOnlyList<BeliefCase> cases)
    {
        BeliefCase[] measured = [.. cases.Where(one => one.IsMeasured)];
        if (measured.Length < options.Folds)
        {
            throw new InvalidDataException($"Beliefs need at least {options.Folds} labelled photographs, not {measured.Length}.");
        }

        AttributeBeliefFit[] fits = [.. vocabulary.Attributes.AsParallel().AsOrdered().Select(attribute => Fit(attribute, cases))];
        BeliefModel[] models =
            [.. Enumerable.Range(0, options.Folds)
            .Select(fold => new BeliefModel(vocabulary, [.. fits.Select(fit => fit.FoldWeights[fold])]))];
        return new FittedBeliefs(fits, measured, [.. measured.Select(one =>
            vocabulary.Attributes.Select(attribute => models[Fold(one)].Read(attribute, one.Probabilities)).ToArray())]);
    }

    /// <summary>The fold of a picture, from 0; it depends on its name and the seed alone.</summary>
    public int Fold(BeliefCase one) => (int)(Fnv1A32.Hash($"beliefs:{options.Seed}:{one.Name}") % options.Folds);

    private AttributeBeliefFit Fit(GarmentAttribute attribute, IReadOnlyList<BeliefCase> cases)
    {
        BeliefCase[] labelled = [.. cases.Where(one => Label(attribute, one) >= 0)];
        var tried = options.Penalties.Select(penalty =>
        {
            var inputs = new AttributeInputs(attribute, vocabulary, penalty, options);
            double[][] folds =
                [.. Enumerable.Range(0, options.Folds)
                .Select(fold => Fit(attribute, inputs, [.. labelled.Where(one => Fold(one) != fold)]))];
            return (penalty, inputs, folds, Loss: Loss(attribute, inputs, labelled, one => folds[Fold(one)]));
        }).ToArray();
        var (penalty, inputs, folds, loss) = tried.MinBy(one => double.IsNaN(one.Loss) ? double.PositiveInfinity : one.Loss);
        return new AttributeBeliefFit(
            attribute, labelled.Count(one => one.IsMeasured), penalty, loss, Loss(attribute, inputs, labelled, _ => inputs.Start),
            inputs.ToWeights(Fit(attribute, inputs, labelled)), [.. folds.Select(inputs.ToWeights)]);
    }

    private static double[] Fit(GarmentAttribute attribute, AttributeInputs inputs, BeliefCase[] cases) =>
        cases.Length == 0 ? inputs.Start : SoftmaxRegression.Fit(
        new SoftmaxLoss(
            [.. cases.Select(one => inputs.Of(one.Probabilities))], [.. cases.Select(one => Label(attribute, one))],
            [.. cases.Select(one => one.Weight)],
            inputs.Start, inputs.Penalties),
        inputs.Start);

    private static double Loss(GarmentAttribute attribute, AttributeInputs inputs, BeliefCase[] cases,
        Func<BeliefCase, double[]> parameters)
    {
        var scores = new double[attribute.Values.Count];
        return cases.Where(one => one.IsMeasured).Select(one =>
        {
            SoftmaxLoss.Probabilities(parameters(one), inputs.Of(one.Probabilities), scores);
            return -Math.Log(Math.Max(scores[Label(attribute, one)], 1e-9));
        }).DefaultIfEmpty(double.NaN).Average();
    }

    /// <summary>Position of the value labelled <c>y</c>, or −1.</summary>
    private static int Label(GarmentAttribute attribute, BeliefCase one) =>
        one.Letters.AsSpan(attribute.Start, attribute.Values.Count).IndexOf(LabelLetter.Yes);
}
