using BenchmarkDotNet.Attributes;
using FashionRecs.Application.Shop;
using FashionRecs.Application.Shop.WhyNot;
using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Explanations;
using FashionRecs.Domain.Preferences;
using FashionRecs.Domain.Projection;
using FashionRecs.Domain.Ranking;

namespace FashionRecs.Benchmarks;

/// <summary>
/// "Why not this?" of one product, out of a whole catalog: at most 50 ms. The sum is the shop's own: picks, comparison and place.
/// </summary>
[MinColumn, MedianColumn]
public class WhyNotBenchmark
{
    private static readonly AttributeVocabulary Vocabulary = AttributeVocabularyFile.Default;

    private CatalogSum sum = default!;
    private ShopperProfile shopper = default!;
    private CatalogItem[] asked = [];
    private int next;

    [Params(10_000, 1_000_000)]
    public int Products { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(1);
        // 500 garments that differ; a catalog of a million holds each in many versions.
        CatalogItem[] kinds = [.. Enumerable.Range(0, 500).Select(number => new CatalogItem(
            Vocabulary, new Product { Id = $"p{number}", Name = $"Product {number}", Picture = "0", PictureWidth = 300,
                PictureHeight = 400 }, Tags(random), []))];
        var learner = new PreferenceLearner(PreferencePrior.Flat(Vocabulary, 1), new PreferenceOptions());
        var state = learner.Replay(kinds.Take(60)
            .Select((kind, at) => new PreferenceEvent(at % 3 == 0 ? PreferenceSignal.Dislike : PreferenceSignal.Like, kind.Vector)));
        shopper = new ShopperProfile(new ShopperHistory(60, []), state);
        sum = new CatalogSum(kinds, [.. Enumerable.Range(0, Products).Select(_ => random.Next(kinds.Length))], state);
        asked = [.. kinds.Where(kind => WhyNotThis.Of(sum, kind, shopper).Kind == WhyNotKind.Lower).Take(100)];
    }

    [Benchmark]
    public WhyNotThis WhyNot() => WhyNotThis.Of(sum, asked[next++ % asked.Length], shopper);

    /// <summary>The sum that ranks the shop's pages, over a catalog that need not be read from a database.</summary>
    private sealed class CatalogSum(CatalogItem[] kinds, int[] products, PreferenceState state) : IExplainedSum
    {
        private static readonly RankingOptions Options = new();

        private readonly ItemMatrix matrix = ItemMatrix.Of([.. products.Select(kind => kinds[kind].Vector)], Vocabulary.Values.Count);
        private readonly Explainer explainer = new(new ExplanationOptions());

        public Explanation Explain(CatalogItem item) => explainer.Explain(item, state);

        public int PlaceOf(CatalogItem item) => Ranker.PlaceOf(matrix, state.Weights, Explain(item).Score);

        public IReadOnlyList<RecommendedCard> Recommend(int count, int seed, RankingChoice choice) =>
        [
            .. PageRanker.Rank(matrix, index => kinds[products[index]].Vector, state, count, Options, seed, _ => true,
                index => kinds[products[index]].Product.Name)
                .Select((ranked, position) =>
                    new RecommendedCard(kinds[products[ranked.Item]], Explain(kinds[products[ranked.Item]]), position, ranked.Explored)),
        ];
    }

    private static PredictedTags Tags(Random random) => new("f", [.. Vocabulary.Attributes.Select(attribute =>
    {
        var visible = random.NextDouble() < 0.45;
        var top = attribute.VisibleValues.ElementAt(random.Next(attribute.Values.Count - 1));
        float[] numbers =
            [.. attribute.Values.Select(value => value.IsInvisible ? (visible ? 0.05f : 0.95f) : value == top
            ? 0.6f + (0.35f * random.NextSingle()) : 0.12f * random.NextSingle())];
        return new ProjectedAttribute(attribute, numbers, visible ? new PartRegion(new PixelBox(10, 10, 50, 50), 0.6f) : null);
    })]);
}
