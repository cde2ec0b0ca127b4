using BenchmarkDotNet.Attributes;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Explanations;
using FashionRecs.Domain.Preferences;
using FashionRecs.Domain.Projection;
using FashionRecs.Domain.Ranking;

namespace FashionRecs.Benchmarks;

/// <summary>
/// A page of 24 with the shares of each, out of a whole catalog: at most 30 ms for 1,000,000 products on two cores, 1 ms for 10,000.
/// Varied, with exploration, under weights that are all known, which is the dearest case.
/// </summary>
[MinColumn, MedianColumn]
public class RankBenchmark
{
    private static readonly AttributeVocabulary Vocabulary = AttributeVocabularyFile.Default;
    private static readonly RankingOptions Options = new();

    private readonly Explainer explainer = new(new ExplanationOptions());
    private ItemMatrix matrix = default!;
    private ItemVector[] vectors = [];
    private string[] names = [];
    private CatalogItem[] kinds = [];
    private PreferenceState state = default!;

    [Params(10_000, 1_000_000)]
    public int Products { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(1);
        // 500 garments that differ; a catalog of a million holds each in many versions.
        kinds = [.. Enumerable.Range(0, 500).Select(number => Garment(number, random))];
        vectors = [.. Enumerable.Range(0, Products).Select(_ => Version(kinds[random.Next(kinds.Length)].Vector, random))];
        names = [.. Enumerable.Range(0, Products).Select(number => $"Product {number}")];
        var before = GC.GetTotalMemory(forceFullCollection: true);
        matrix = ItemMatrix.Of(vectors, Vocabulary.Values.Count);
        Console.WriteLine(
            FormattableString.Invariant($"// {Products} products: the matrix takes {(GC.GetTotalMemory(true) - before) / 1e6:0.0} MB"));
        var learner = new PreferenceLearner(PreferencePrior.Flat(Vocabulary, 1), new PreferenceOptions());
        state = learner.Replay(kinds.Take(60)
            .Select((kind, at) => new PreferenceEvent(at % 3 == 0 ? PreferenceSignal.Dislike : PreferenceSignal.Like, kind.Vector)));
    }

    [Benchmark]
    public float RankWithShares()
    {
        var page = PageRanker.Rank(matrix, index => vectors[index], state, 24, Options, 1, _ => true, index => names[index]);
        var sum = 0f;
        for (var place = 0; place < page.Count; place++)
        {
            sum += explainer.Explain(kinds[page[place].Item % kinds.Length], state).Score;
        }

        return sum;
    }

    private static CatalogItem Garment(int number, Random random)
    {
        var readings = Vocabulary.Attributes.Select(attribute =>
        {
            var visible = random.NextDouble() < 0.45;
            var top = attribute.VisibleValues.ElementAt(random.Next(attribute.Values.Count - 1));
            var numbers = attribute.Values.Select(value => value.IsInvisible ? (visible ? 0.05f : 0.95f)
                : value == top ? 0.6f + (0.35f * random.NextSingle()) : 0.12f * random.NextSingle()).ToArray();
            return new ProjectedAttribute(attribute, numbers, visible ? new PartRegion(new PixelBox(10, 10, 50, 50), 0.6f) : null);
        });
        var product = new Product { Id = $"{number}", Name = $"Garment {number}", Picture = "", PictureWidth = 480, PictureHeight = 640 };
        return new CatalogItem(Vocabulary, product, new PredictedTags("drawn", [.. readings]), []);
    }

    /// <summary>The same garment in another photograph: amounts a little off.</summary>
    private static ItemVector Version(ItemVector garment, Random random) => ItemVector.FromQuanta(
        [.. garment.Quanta.ToArray()
            .Select(quanta => quanta == 0 ? (byte)0 : (byte)Math.Clamp(quanta + random.Next(-8, 9), 0, ItemVector.Scale))]);
}
