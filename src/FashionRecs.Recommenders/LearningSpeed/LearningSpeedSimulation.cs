using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Preferences;
using FashionRecs.Domain.Projection;
using FashionRecs.Domain.Ranking;

namespace FashionRecs.Recommenders.LearningSpeed;

/// <summary>
/// Shows pages to simulated shoppers with known weights and counts what each policy loses until it knows them. Deterministic under the
/// plan's seed.
/// </summary>
public static class LearningSpeedSimulation
{
    private const double UcbAlpha = 0.3;

    /// <summary>Runs every policy on the same shoppers.</summary>
    /// <param name="items">Vectors of the catalog; at least as many as a page is long.</param>
    /// <exception cref="InvalidDataException">The plan or the catalog cannot be used; one sentence says why.</exception>
    public static IReadOnlyList<PolicyResult> Run(LearningSpeedPlan plan, AttributeVocabulary vocabulary, IReadOnlyList<ItemVector> items,
        CancellationToken cancellation = default)
    {
        if (plan.Problem() is { } problem)
        {
            throw new InvalidDataException(problem);
        }

        AttributeValue[] shown =
            [.. vocabulary.Values.Where(value => !value.IsInvisible && items.Any(item => item[value.Index] >= Visibility.Shown))];
        if (items.Count < plan.PageLength || shown.Length < plan.Liked + plan.Disliked)
        {
            throw new InvalidDataException(
                $"The catalog has {items.Count} products that show {shown.Length} values; the simulation needs at least {plan.PageLength} "
                    + $"and {plan.Liked + plan.Disliked}.");
        }

        var matrix = ItemMatrix.Of(items, vocabulary.Values.Count);
        var random = new Random(plan.Seed);
        SimulatedShopper[] shoppers =
            [.. Enumerable.Range(0, plan.Shoppers).Select(_ => SimulatedShopper.Draw(vocabulary, shown, plan, random))];
        var popular = Popular(plan, vocabulary, shown, items, random);
        var prior = PreferencePrior.Flat(vocabulary, new PreferenceOptions().PriorVariance);
        var learner =
            new PreferenceLearner(prior,
            new PreferenceOptions { BrowseStrength = 1, BrowseRate = plan.OpenRate, PositionExponent = plan.PositionExponent });
        var unaware =
            new PreferenceLearner(prior, new PreferenceOptions { BrowseStrength = 1, BrowseRate = plan.OpenRate, PositionExponent = 0 });
        var ofShop = new PreferenceOptions { BrowseRate = plan.OpenRate, PositionExponent = plan.PositionExponent };
        var shop = new PreferenceLearner(PreferencePriorFile.Starting(vocabulary, ofShop), ofShop);
        var blank = new PreferenceLearner(prior, ofShop);
        var exploring = new RankingOptions { Diversity = 0, ProtectedTop = 4, ExploreEvery = 2 };
        var everywhere = new RankingOptions { Diversity = 0, ProtectedTop = 0, ExploreEvery = 1 };
        var greedy = new RankingOptions { Diversity = 0, ExploreEvery = 0 };
        (string, Func<int, IPagePolicy>)[] policies =
        [
            ("learner, Thompson sampling in every place", seed => new LearnerPolicy(items, matrix, learner, everywhere, seed)),
            ("learner, exploring", seed => new LearnerPolicy(items, matrix, learner, exploring, seed)),
            ("learner, greedy", seed => new LearnerPolicy(items, matrix, learner, greedy, seed)),
            ("learner, exploring, blind to position", seed => new LearnerPolicy(items, matrix, unaware, exploring, seed)),
            ("learner as the shop sets it", seed => new LearnerPolicy(items, matrix, shop, new RankingOptions(), seed)),
            // The shop with one of its settings taken away, to see what each is worth.
            ("the shop without exploration", seed => new LearnerPolicy(items, matrix, shop, new RankingOptions { ExploreEvery = 0 }, seed)),
            ("the shop without variety", seed => new LearnerPolicy(items, matrix, shop, new RankingOptions { Diversity = 0 }, seed)),
            ("the shop without a learned prior", seed => new LearnerPolicy(items, matrix, blank, new RankingOptions(), seed)),
            ("LinUCB", _ => new LinUcb(items, UcbAlpha)),
            ("Thompson sampling, flat", seed => new FlatThompson(items.Count, plan.OpenRate, seed)),
            ("popularity", _ => new FixedPage(popular)),
        ];
        return [.. policies.Select(policy => PolicyRun.Measure(policy.Item1, policy.Item2, plan, shoppers, items, cancellation))];
    }

    /// <summary>Products by how often a crowd with tastes of its own opens them on random pages.</summary>
    private static int[] Popular(LearningSpeedPlan plan, AttributeVocabulary vocabulary, AttributeValue[] shown,
        IReadOnlyList<ItemVector> items, Random random)
    {
        var opened = new double[items.Count];
        var page = Enumerable.Range(0, items.Count).ToArray();
        for (var one = 0; one < plan.Crowd; one++)
        {
            var shopper = SimulatedShopper.Draw(vocabulary, shown, plan, random);
            random.Shuffle(page);
            for (var place = 0; place < plan.PageLength; place++)
            {
                opened[page[place]] += random.NextDouble() < shopper.Chance(items[page[place]], place) ? 1 : 0;
            }
        }

        return [.. Enumerable.Range(0, items.Count).OrderByDescending(item => opened[item]).ThenBy(item => item)];
    }
}
