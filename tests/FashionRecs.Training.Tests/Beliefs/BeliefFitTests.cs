using FashionRecs.Domain.Attributes;
using FashionRecs.Training.Beliefs;
using FashionRecs.Training.Datasets;

namespace FashionRecs.Training.Tests.Beliefs;

public class BeliefFitTests
{
    private static readonly AttributeVocabulary Vocabulary = LabelledCases.Vocabulary;
    private static readonly GarmentAttribute Sleeve = Vocabulary["sleeve_length"];
    private static readonly GarmentAttribute Skirt = Vocabulary["skirt_length"];
    private static readonly GarmentAttribute Pant = Vocabulary["pant_length"];

    [Fact]
    public void Run_NetworkTwiceTooSure_RecoversTheProbabilities()
    {
        var made = LabelledCases.Overconfident(Sleeve, 3000);

        var fitted = Fit([.. made.Select(one => one.Case)]);

        var sleeve = fitted.Attributes[Sleeve.Position];
        Assert.Equal(3000, sleeve.Measured);
        Assert.True(sleeve.Loss < sleeve.UntrainedLoss - 0.02, $"{sleeve.Loss} against {sleeve.UntrainedLoss}");
        for (var value = 0; value < Sleeve.Values.Count; value++)
        {
            // the cure of "twice too sure"
            Assert.Equal(0.5, sleeve.Weights.Weights[value][sleeve.Weights.Inputs.ToList().IndexOf(Sleeve.Start + value)], 0.1);
        }

        var errors =
            fitted.Beliefs.SelectMany((beliefs, i) =>
            beliefs[Sleeve.Position].Probabilities.Zip(made[i].Truth, (said, truth) => Math.Abs(said - truth)));
        Assert.InRange(errors.Average(), 0, 0.02);
    }

    [Fact]
    public void Run_TrueStatements_AreAsFrequentAsTheirProbability()
    {
        var fitted = Fit([.. LabelledCases.Overconfident(Sleeve, 3000).Select(one => one.Case)]);

        var calibration = StatementCalibration.Of("all", JudgedStatement.Of(fitted));

        Assert.InRange(calibration.Error, 0, 0.03);
    }

    [Fact]
    public void Run_OtherAttributeDecides_ItsLogitsTakePart()
    {
        var random = new Random(1);
        BeliefCase[] cases = [.. Enumerable.Range(0, 600).Select(i =>
        {
            // The network sees a short skirt in every picture, also where it sees trousers, and there it is wrong.
            var trousers = random.Next(2) == 0;
            var one = LabelledCases.Case($"{i}.jpg", Skirt, trousers ? 0 : 1, [0.3f, 0.6f, 0.1f, 0.1f, 0.1f, 0.1f]);
            new[] { trousers ? 0.05f : 0.95f, 0.1f, 0.1f, 0.1f, 0.1f, trousers ? 0.9f : 0.05f }.CopyTo(one.Probabilities, Pant.Start);
            return one;
        })];

        var fitted = Fit(cases);

        Assert.NotNull(fitted.Attributes[Skirt.Position].Penalty.Others);
        Assert.InRange(fitted.Attributes[Skirt.Position].Loss, 0, 0.1);
        Assert.All(cases.Zip(fitted.Beliefs), pair => Assert.Equal(
            pair.First.Letters[Skirt.Start + 1] == LabelLetter.Yes, pair.Second[Skirt.Position].Visible > 0.5f));
    }

    [Fact]
    public void Run_LabelOfOnePictureTurned_LeavesItsOwnBelief()
    {
        BeliefCase[] cases = [.. LabelledCases.Overconfident(Skirt, 200).Select(one => one.Case)];
        var before = Fit(cases).Beliefs[7][Skirt.Position].Probabilities;

        Array.Reverse(cases[7].Letters, Skirt.Start, Skirt.Values.Count);
        var after = Fit(cases).Beliefs[7][Skirt.Position].Probabilities;

        Assert.Equal(before, after);
    }

    [Fact]
    public void Run_UnlabelledAttribute_StaysAsItStarts()
    {
        var fitted = Fit([.. LabelledCases.Overconfident(Skirt, 50).Select(one => one.Case)]);

        var coat = fitted.Attributes[Vocabulary["coat_length"].Position];
        Assert.Equal(0, coat.Measured);
        Assert.True(double.IsNaN(coat.Loss));
        Assert.All(coat.Weights.Weights.Index(), row => Assert.Equal(0.7f, row.Item[row.Index]));
    }

    [Fact]
    public void Run_Drawings_HelpToFitAndAreNotMeasured()
    {
        BeliefCase[] photographs = [.. LabelledCases.Overconfident(Skirt, 100).Select(one => one.Case)];
        var drawings = LabelledCases.Overconfident(Skirt, 300, seed: 2)
            .Select(one => one.Case with { Name = $"drawn/{one.Case.Name}", Weight = 0.2, IsMeasured = false });

        var (alone, both) = (Fit(photographs), Fit([.. photographs, .. drawings]));

        Assert.Equal(100, both.Measured.Count);
        Assert.Equal(100, both.Attributes[Skirt.Position].Measured);
        Assert.NotEqual(alone.Attributes[Skirt.Position].Weights.Weights[0], both.Attributes[Skirt.Position].Weights.Weights[0]);
    }

    [Fact]
    public void Run_TooFewPhotographs_IsRefused() =>
        Assert.Throws<InvalidDataException>(() => Fit([.. LabelledCases.Overconfident(Skirt, 4).Select(one => one.Case)]));

    [Fact]
    public void Run_Families_HaveTheSumOfTheirValues()
    {
        var fitted = Fit([.. LabelledCases.Overconfident(Sleeve, 60).Select(one => one.Case)]);

        Assert.NotEmpty(Sleeve.Families);
        foreach (var belief in fitted.Beliefs.Select(beliefs => beliefs[Sleeve.Position]))
        {
            Assert.Equal(1, belief.Probabilities.Sum(), 1e-5);
            Assert.All(Sleeve.Families, family => Assert.Equal(family.Values.Sum(value => belief[value]), belief[family], 1e-6));
        }
    }

    private static FittedBeliefs Fit(IReadOnlyList<BeliefCase> cases) =>
        new BeliefFit(Vocabulary, new BeliefFitOptions { Penalties = [new(30, null), new(30, 30)] }).Run(cases);
}
