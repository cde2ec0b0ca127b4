using FashionRecs.Recommenders.Features;

namespace FashionRecs.Recommenders.Tests.Features;

public class ChoiceModelTests
{
    [Fact]
    public void Fit_ChoicesFollowOneShare_WeighsItAndNotTheOther()
    {
        var weights = ChoiceModel.Fit(Choices(1.5f, candidates: 60, count: 1500), [0, 0]);

        Assert.InRange(weights[0], 1.2, 1.7);
        Assert.InRange(weights[1], 0, 0.1);
    }

    [Fact]
    public void Fit_SampledCandidatesWithOffsets_AgreesWithAllOfThem()
    {
        var all = Choices(1.5f, candidates: 60, count: 1500);
        var random = new Random(2);
        Choice[] sampled = [.. all.Select(choice => Sample(choice, 20, random))];

        Assert.Equal(ChoiceModel.Fit(all, [0, 0])[0], ChoiceModel.Fit(sampled, [0, 0])[0], 0.25);
    }

    [Fact]
    public void Fit_OneChoice_StaysNearTheStart()
    {
        var weights = ChoiceModel.Fit(Choices(1, candidates: 5, count: 1), [0.8, 0.3]);

        Assert.Equal(0.8, weights[0], 0.15);
        Assert.Equal(0.3, weights[1], 0.15);
    }

    private static Choice[] Choices(float weight, int candidates, int count)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            float[][] values = [Numbers(), Numbers()];
            var chances = values[0].Select(value => Math.Exp(weight * value)).ToArray();
            var left = random.NextDouble() * chances.Sum();
            var chosen = 0;
            while (left > chances[chosen])
            {
                left -= chances[chosen++];
            }

            return new Choice(values, [chosen]);
        })];

        float[] Numbers() => [.. Enumerable.Range(0, candidates).Select(_ => (random.NextSingle() * 4) - 2)];
    }

    private static Choice Sample(Choice choice, int count, Random random)
    {
        int[] others = [.. Enumerable.Range(0, choice.Values[0].Length).Where(place => place != choice.Chosen[0])];
        random.Shuffle(others);
        int[] kept = [choice.Chosen[0], .. others[..count]];
        float[] offsets = [0, .. Enumerable.Repeat(MathF.Log((float)others.Length / count), count)];
        return new Choice([.. choice.Values.Select(values => kept.Select(place => values[place]).ToArray())], [0], offsets);
    }
}
