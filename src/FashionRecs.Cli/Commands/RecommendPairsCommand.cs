using System.CommandLine;
using System.Text.Json;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Beliefs;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Explanations;
using FashionRecs.Domain.Preferences;
using FashionRecs.Domain.Projection;
using FashionRecs.Domain.Statistics;
using FashionRecs.Garments;
using FashionRecs.Garments.Randomness;
using FashionRecs.Garments.Sets;
using FashionRecs.Garments.Specification;
using FashionRecs.Vision.Inference;
using SkiaSharp;

namespace FashionRecs.Cli.Commands;

/// <summary>
/// <c>fashionrecs recommend pairs</c>: draws a garment, lets the shop explain it to shoppers who each asked for one of its values, and
/// where it names that value, changes either that value or another one in the picture. Changing the named value must lower the garment's
/// rank in the catalog, changing another must not.
/// </summary>
internal static class RecommendPairsCommand
{
    private const int Width = 360;
    private const int Height = 480;

    public static Command Create()
    {
        var count = new Option<int>("--pairs") { Description = "Garments to draw.", DefaultValueFactory = _ => 100 };
        var seed = new Option<int>("--seed") { Description = "Seed of the garments.", DefaultValueFactory = _ => 1 };
        var weights = new Option<string?>("--weights") { Description = "Weights file; default the one that ships with the project." };
        var readings =
            new Option<string?>("--readings") { Description = "Readings of the catalog to rank among; default those that ship." };
        var json = new Option<string?>("--json") { Description = "Write JSON to a file, or to the output with \"-\"." };
        var command =
            new Command("pairs", "Change one value of drawn garments and see whether exactly its reason goes away.") { count, seed, weights,
            readings, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            if (parsed.GetValue(count) is < 1 or > 100_000)
            {
                throw new InvalidDataException("--pairs must be from 1 to 100000.");
            }

            var vocabulary = AttributeVocabularyFile.Default;
            var path = parsed.GetValue(readings) ?? Path.Combine(AppContext.BaseDirectory, "seed", "catalog", "readings.json");
            ItemVector[] catalog = [.. ItemVector.Of(vocabulary, ProjectionsFile.Load(path, vocabulary), BeliefReader.Shipped(vocabulary))];
            using var projector = new PictureProjector(parsed.GetValue(weights));
            var report = await MeasureAsync(parsed.GetValue(count), parsed.GetValue(seed), vocabulary, catalog, projector, cancellation);
            var text = JsonSerializer.Serialize(report, RecommendationReport.Options);
            await (parsed.GetValue(json) is { } target and not "-" ? File.WriteAllTextAsync(target, text + "\n", cancellation)
                : Console.Out.WriteLineAsync(text));
            return ExitCode.Success;
        });
        return command;
    }

    private static async Task<object> MeasureAsync(int count, int seed, AttributeVocabulary vocabulary, ItemVector[] catalog,
        PictureProjector projector, CancellationToken cancellation)
    {
        var sampler = new SpecSampler(vocabulary, new GarmentSeed((ulong)seed));
        var learner =
            new PreferenceLearner(PreferencePrior.Flat(vocabulary, new PreferenceOptions().PriorVariance), new PreferenceOptions());
        var beliefs = BeliefReader.Shipped(vocabulary);
        AttributeValue[] themes = [.. vocabulary.Values.Where(value => !value.IsInvisible)];
        var random = new Random(seed);
        var (shown, lowered, kept, less) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var number = 0; number < count; number++)
        {
            cancellation.ThrowIfCancellationRequested();
            var theme = themes[number % themes.Length];
            var spec = sampler.Draw(number, theme, cluttered: false);
            var drawn = await NamedAsync(spec, [theme, .. spec.Values.All.Where(value => value != theme && !value.IsInvisible)]);
            if (drawn is null)
            {
                continue;
            }

            var (named, state, change, first) = drawn.Value;
            shown.Add(named is null ? 0 : 1);
            if (named is null
                || Change(spec, spec.Values.All.Where(value => value != named && !value.IsInvisible), random) is not { } elsewhere)
            {
                continue;
            }

            // Each pair frames both of its garments, so that nothing but the value moves.
            var fall = Rank(await ReadAsync(change.After)) - Rank(first);
            var other = Rank(await ReadAsync(elsewhere.After)) - Rank(await ReadAsync(elsewhere.Before));
            lowered.Add(fall > 0 ? 1 : 0);
            kept.Add(other <= 0 ? 1 : 0);
            less.Add(fall > 0 && other < fall ? 1 : 0);

            int Rank(CatalogItem item) => 1 + catalog.Count(rival => state.Weights.Score(rival) > state.Weights.Score(item.Vector));
        }

        return new Dictionary<string, object?>
        {
            ["garments"] = shown.Count,
            ["named"] = Measure(shown),
            ["named_value_changed_rank_falls"] = Measure(lowered),
            ["other_value_changed_rank_stays"] = Measure(kept),
            ["falls_and_more_than_for_another"] = Measure(less),
            ["network"] = projector.Fingerprint,
            ["seed"] = seed,
        };

        object Measure(List<double> outcomes) => BootstrapInterval.Of(outcomes, seed) is var share && outcomes.Count > 0
            ? new { n = outcomes.Count, share = share.Mean, interval = new[] { share.Low, share.High } }
            : new { n = 0, share = double.NaN, interval = new[] { double.NaN, double.NaN } };

        // Of the garment's values the first that the shop names to somebody who asked for it, or none; null where no value of it can
        // change.
        async Task<(AttributeValue? Named, PreferenceState State, CounterfactualPair Change, CatalogItem First)?> NamedAsync(
            GarmentSpec spec, AttributeValue[] values)
        {
            (AttributeValue?, PreferenceState, CounterfactualPair, CatalogItem)? result = null;
            foreach (var value in values.Where(spec.Values.All.Contains))
            {
                if (Change(spec, [value], random) is { } change)
                {
                    var state = learner.Update(learner.Start, new PreferenceEvent(PreferenceSignal.More, null, value.Index));
                    var item = await ReadAsync(change.Before);
                    if (new Explainer(new ExplanationOptions()).Explain(item, state).Reason?.Values.Contains(value) == true)
                    {
                        return (value, state, change, item);
                    }

                    result = (null, state, change, item);
                }
            }

            return result;
        }

        async Task<CatalogItem> ReadAsync(GarmentSpec spec)
        {
            using var picture = GarmentRenderer.Render(spec, Width, Height);
            var read = await projector.ProjectAsync(picture.Encode(SKEncodedImageFormat.Jpeg, 92), cancellation);
            return new CatalogItem(vocabulary, Drawn, new PredictedTags(projector.Fingerprint, read.Attributes), [], beliefs);
        }
    }

    private static readonly Product Drawn =
        new() { Id = "drawn", Name = "Drawn garment", Picture = "", PictureWidth = Width, PictureHeight = Height };

    /// <summary>Another value of one of the given values' attributes that the garment can have, or null.</summary>
    private static CounterfactualPair? Change(GarmentSpec spec, IEnumerable<AttributeValue> from, Random random)
    {
        AttributeValue[] others = [.. from.SelectMany(value => CounterfactualPair.Alternatives(spec, value))];
        return others.Length == 0 ? null : CounterfactualPair.Create(spec, others[random.Next(others.Length)]);
    }
}
