using FashionRecs.Recommenders.Features;

namespace FashionRecs.Recommenders.Sessions;

/// <summary>
/// The explained ranking on clicks: a sum of named shares — popularity, what follows what, and per attribute how well its value goes with
/// the last clicks' — with weights from a conditional logit over the last training sessions (<see cref="ChoiceModel"/>).
/// </summary>
public sealed class ClickShares : INextClick
{
    private const int Choices = 1500;
    private const float Decay = 0.7f;
    private readonly ClickPopularity popularity = new();
    private readonly ClickNeighbours neighbours = new();
    private float[][,] lifts = [];
    private int[][] traits = [];
    private double[] weights = [];

    /// <inheritdoc/>
    public string Name => "explained";

    /// <summary>The shares by name, with their weights.</summary>
    public IReadOnlyDictionary<string, double> Weights { get; private set; } = new Dictionary<string, double>();

    /// <inheritdoc/>
    public void Fit(ClickedCatalog catalog, IReadOnlyList<ClickSession> sessions)
    {
        traits = [.. catalog.Traits.Values];
        // The weights are learned on sessions that the counts have not seen.
        var held = sessions.Count / 5;
        Count(catalog, [.. sessions.Take(sessions.Count - held)]);
        var choices = sessions.TakeLast(held).Where(session => session.Models.Length > 1)
            .SelectMany(session => Enumerable.Range(1, session.Models.Length - 1).Select(place => (session, place)))
            .Where((_, index) => index % 8 == 0).Take(Choices)
            .Select(one => new Choice(Values(one.session.Models.AsSpan(0, one.place)), [one.session.Models[one.place]])).ToArray();
        weights = ChoiceModel.Fit(choices, new double[traits.Length + 3]);
        string[] names = ["popularity", "followed by", "already seen", .. catalog.Traits.Keys];
        Weights = names.Zip(weights).ToDictionary(pair => pair.First, pair => pair.Second);
        Count(catalog, sessions);
    }

    /// <inheritdoc/>
    public void Score(ReadOnlySpan<int> seen, Span<float> scores)
    {
        scores.Clear();
        var values = Values(seen);
        for (var share = 0; share < values.Length; share++)
        {
            System.Numerics.Tensors.TensorPrimitives.MultiplyAdd(values[share], (float)weights[share], scores, scores);
        }
    }

    private void Count(ClickedCatalog catalog, IReadOnlyList<ClickSession> sessions)
    {
        popularity.Fit(catalog, sessions);
        neighbours.Fit(catalog, sessions);
        lifts = Array.ConvertAll(traits, trait => TraitLift.Of(trait, sessions));
    }

    /// <summary>The evidence for every product; (shares, products).</summary>
    private float[][] Values(ReadOnlySpan<int> seen)
    {
        var models = traits[0].Length;
        float[][] values = [.. Enumerable.Range(0, traits.Length + 3).Select(_ => new float[models])];
        popularity.Score(seen, values[0]);
        neighbours.Score(seen, values[1]);
        for (var model = 0; model < models; model++)
        {
            values[0][model] = MathF.Log(values[0][model] + 0.5f);
            values[1][model] = MathF.Log(1 + (1000 * values[1][model]));
        }

        foreach (var model in seen)
        {
            values[2][model] = 1;
        }

        for (var trait = 0; trait < traits.Length; trait++)
        {
            var (weight, total) = (1f, 0f);
            for (var place = seen.Length - 1; place >= 0 && weight > 0.02f; place--, weight *= Decay)
            {
                total += weight;
                for (var model = 0; model < models; model++)
                {
                    values[trait + 3][model] += weight * lifts[trait][traits[trait][seen[place]], traits[trait][model]];
                }
            }

            for (var model = 0; model < models; model++)
            {
                values[trait + 3][model] = MathF.Log(values[trait + 3][model] / total);
            }
        }

        return values;
    }
}
