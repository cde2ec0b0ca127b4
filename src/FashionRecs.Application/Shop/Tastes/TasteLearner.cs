using System.Globalization;
using FashionRecs.Application.Complements;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Preferences;
using FashionRecs.Domain.Statistics;
using FashionRecs.Domain.Text;
using FashionRecs.Recommenders.Complements;

namespace FashionRecs.Application.Shop.Tastes;

/// <summary>
/// Learns from the shop's own shoppers what to believe of a new one (<see cref="PopulationPrior"/>) and what each kind of evidence counts
/// (<see cref="PairingModel.LearnWeights"/>). Each is compared with what ships on shoppers that were held out, and kept only where it is
/// better beyond chance: where what they chose next moves to the front by an interval that is above 0. The same choices give the same
/// result. Safe to share between threads.
/// </summary>
public sealed class TasteLearner(WholeCatalog catalog, IChoiceLog log, AttributeVocabulary vocabulary, CrowdOptions crowd,
    TasteOptions options, PreferenceOptions preferences, PairingOptions pairings, PreferencePrior shipped, TimeProvider time)
{
    private const int Seed = 1;
    private const int Steps = 4;

    /// <summary>Learns and measures.</summary>
    /// <param name="progress">Told which step is done, of how many.</param>
    /// <param name="cancellation">Stops between steps.</param>
    public async Task<LearnedTaste> LearnAsync(Action<int, int> progress, CancellationToken cancellation = default)
    {
        var snapshot = await catalog.GetAsync(cancellation);
        var choices = CrowdChoices.Admit(await log.AllAsync(cancellation), crowd, time.GetUtcNow());
        var sample = TasteSample.Draw(choices, snapshot.IndexOf, Seed);
        if (sample.Shoppers < options.Least)
        {
            return new LearnedTaste(null, null, Say(
                $"Too few shoppers have chosen {TasteSample.Telling} products or more: {sample.Shoppers}, and {options.Least} are needed. "
                + "What ships is used."));
        }

        progress(0, Steps);
        var places = new NextChoice(snapshot.Items.Count, Seed);
        var (prior, priorGain) = await Task.Run(() => LearnPrior(snapshot.Items, sample, places, progress, cancellation), cancellation);
        cancellation.ThrowIfCancellationRequested();
        var (weights, weightsGain) = await Task.Run(
            () => LearnWeights(snapshot.Items, sample, places, progress, cancellation), cancellation);
        var source = $"choices of {sample.Baskets.Count} shoppers";
        return new LearnedTaste(
            priorGain.Low > 0 ? new PreferencePriorFile(prior, source).Write(vocabulary) : null,
            weightsGain.Low > 0 ? weights : null,
            Say($"Learned from {source}, measured with {sample.Held.Count} others. What they chose next moves to the front by "
                + $"{Points(priorGain)} by what is believed of new shoppers ({Fate(priorGain)}) and by {Points(weightsGain)} by what the "
                + $"evidence counts ({Fate(weightsGain)})."));
    }

    private (PreferencePrior, BootstrapInterval) LearnPrior(IReadOnlyList<CatalogItem> items, TasteSample sample, NextChoice places,
        Action<int, int> progress, CancellationToken cancellation)
    {
        ItemVector[] vectors = [.. items.Select(item => item.Vector)];
        var flat = PreferencePrior.Flat(vocabulary, preferences.PriorVariance);
        var learned = PopulationPrior.Fit(sample.Baskets, vectors, flat, Seed).Centred();
        progress(1, Steps);
        cancellation.ThrowIfCancellationRequested();
        var gain = places.Gain(sample.Held, Scores(shipped), Scores(learned), Seed);
        progress(2, Steps);
        return (learned, gain);

        Func<int[], Func<int, double>> Scores(PreferencePrior prior)
        {
            var learner = new PreferenceLearner(prior, preferences);
            return basket =>
            {
                var weights = learner.Replay(basket.SkipLast(1)
                    .Select(place => new PreferenceEvent(PreferenceSignal.Like, vectors[place]))).Weights;
                return place => weights.Score(vectors[place]);
            };
        }
    }

    private (IReadOnlyDictionary<string, double>, BootstrapInterval) LearnWeights(IReadOnlyList<CatalogItem> items, TasteSample sample,
        NextChoice places, Action<int, int> progress, CancellationToken cancellation)
    {
        var learned = PairingModel.LearnWeights(items, vocabulary, sample.Learned, pairings.Weights);
        progress(3, Steps);
        cancellation.ThrowIfCancellationRequested();
        var gain = places.Gain(sample.Held, Scores(pairings.Weights), Scores(learned), Seed);
        progress(4, Steps);
        return (learned, gain);

        Func<int[], Func<int, double>> Scores(IReadOnlyDictionary<string, double> weights)
        {
            var model = PairingModel.Fit(items, vocabulary, sample.Learned, weights, crowd.Least,
                new EvidenceLearner(preferences, pairings.WeightDeviation));
            var day = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
            return basket =>
            {
                var evidence = model.Evidence(basket.SkipLast(1).Select(place => (items[place].Product.Id, day)));
                return place => evidence?.Totals[place] ?? 0;
            };
        }
    }

    private string Say(string what) => $"{Moments.Minute(time.GetUtcNow())}: {what}";

    private static string Points(BootstrapInterval gain) => string.Create(CultureInfo.InvariantCulture,
        $"{100 * gain.Mean:0.0} points of 100 [{100 * gain.Low:0.0}, {100 * gain.High:0.0}]");

    private static string Fate(BootstrapInterval gain) => gain.Low > 0 ? "taken" : "not surely better, left as it ships";
}
