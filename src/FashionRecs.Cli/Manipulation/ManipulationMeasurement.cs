using System.Globalization;
using FashionRecs.Domain.Attributes;
using FashionRecs.Recommenders.Manipulation;
using FashionRecs.Training.Audit;

namespace FashionRecs.Cli.Manipulation;

/// <summary>Measures searches on one set of pictures: what has settings is chosen on the validation part, by the first five.</summary>
/// <param name="Pictures">What the set is called.</param>
/// <param name="Vocabulary">The attributes.</param>
/// <param name="Training">Representations are learned from these.</param>
/// <param name="Seed">Of the intervals.</param>
internal sealed record ManipulationMeasurement(
    string Pictures, AttributeVocabulary Vocabulary, IReadOnlyList<SearchedPicture> Training, int Seed)
{
    private const int Most = 10;

    /// <summary>Validation questions that are enough to choose settings by.</summary>
    private const int Choosing = 1500;

    private static readonly double[] Ridges = [0.1, 1, 10];
    private static readonly double[] Weights = [1, 2, 4, 8];
    private static readonly double[] Looks = [0, 1, 4];

    /// <summary>Searches by words, one of which is chosen; none where they are not measured.</summary>
    public IReadOnlyList<(IManipulatedSearch Search, string Settings)> ByWords { get; init; } = [];

    /// <summary>Measures every search, for all questions and for those of each attribute.</summary>
    public IEnumerable<ManipulationFigures> Run(
        IReadOnlyList<ManipulationQuestion> validation, IReadOnlyList<ManipulationQuestion> test, CancellationToken cancellation)
    {
        (IManipulatedSearch Search, string Settings)[] searches =
        [
            (new ShopSearch(), ""),
            Best(validation, Weights.SelectMany(weight => Looks.Select(looks =>
                ((IManipulatedSearch)new WordSwap(weight, looks), Said($" ({weight}, looks {looks})"))))),
            Best(validation, Swaps()),
            (new FeatureNeighbours(), ""),
            .. ByWords.Count == 0 ? [] : new[] { Best(validation, ByWords) },
        ];
        foreach (var (search, settings) in searches)
        {
            cancellation.ThrowIfCancellationRequested();
            var places = Places(search, test);
            foreach (var attribute in Vocabulary.Attributes.Select(attribute => attribute.Code).Append("all"))
            {
                (ManipulationQuestion Question, int Place)[] asked = [.. test.Zip(places)
                    .Where(pair => attribute == "all" || pair.First.But.Attribute.Code == attribute)];
                if (asked.Length > 0)
                {
                    yield return Figures(attribute, search.Name + settings, asked);
                }
            }
        }
    }

    private ManipulationFigures Figures(string attribute, string search, (ManipulationQuestion Question, int Place)[] asked)
    {
        return new ManipulationFigures(
            Pictures, attribute, search, asked.Length, asked.Select(one => one.Question.Like.Garment).Distinct().Count(),
            Within(1), Within(5), Within(Most), asked.Average(one => (double)one.Question.Right.Count / one.Question.Among.Count));

        // Questions about one garment come and go together.
        Domain.Statistics.BootstrapInterval Within(int count) => ClusteredShare.Of(
            asked.Select(one => (one.Question.Like.Garment, one.Place <= count ? 1.0 : 0, 1.0)), Seed).Ratio;
    }

    private IEnumerable<(IManipulatedSearch Search, string Settings)> Swaps() => Ridges.SelectMany(ridge =>
    {
        var fitted = RepresentationSwap.Fit(Vocabulary, Training, new RepresentationSwapOptions { Ridge = ridge });
        return Weights.Select(weight => ((IManipulatedSearch)fitted.Weighing(weight), Said($" (ridge {ridge}, {weight})")));
    });

    private static (IManipulatedSearch Search, string Settings) Best(
        IReadOnlyList<ManipulationQuestion> validation, IEnumerable<(IManipulatedSearch Search, string Settings)> searches)
    {
        var step = Math.Max(1, validation.Count / Choosing);
        ManipulationQuestion[] some = [.. validation.Where((_, number) => number % step == 0)];
        return searches.MaxBy(one => Places(one.Search, some).Count(place => place <= 5));
    }

    private static int[] Places(IManipulatedSearch search, IReadOnlyList<ManipulationQuestion> questions) =>
        [.. questions.AsParallel().AsOrdered().Select(question => question.Place(search, Most))];

    private static string Said(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
