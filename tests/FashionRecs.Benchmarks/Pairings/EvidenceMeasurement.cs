using System.Globalization;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Preferences;
using FashionRecs.Domain.Ranking;
using FashionRecs.Domain.Statistics;
using FashionRecs.Recommenders.Complements;
using FashionRecs.Recommenders.Features;

namespace FashionRecs.Benchmarks.Pairings;

/// <summary>
/// How much processor time the exact evidence beside the picture takes in a large shop, for somebody with ten choices and a like just now:
/// <c>evidence [products 100000] [shoppers 20]</c>.
/// </summary>
internal static class EvidenceMeasurement
{
    private const int Choices = 10;
    private const int Crowd = 20_000;
    private static readonly DateOnly Day = new(2026, 3, 2);

    public static void Run(string[] options)
    {
        var (products, shoppers) = (Number(options, 0, 100_000), Number(options, 1, 20));
        var (vocabulary, random) = (AttributeVocabularyFile.Default, new Random(5));
        CatalogItem[] items = [.. Enumerable.Range(0, products)
            .Select(number => new CatalogItem(vocabulary, Product(number, random), null, []))];
        ShopperChoice[] choices = [.. Enumerable.Range(0, Crowd).SelectMany(shopper => Enumerable.Range(0, 5)
            .Select(_ => new ShopperChoice($"{shopper}", Id((int)(products * Math.Pow(random.NextDouble(), 3))), Day)))];
        var model = PairingModel.Fit(
            items, vocabulary, choices, ShareWeights.Load(ShareWeights.ShippedPath),
                learner: new EvidenceLearner(new PreferenceOptions(), 0.1));
        var matrix = ItemMatrix.Of([.. items.Select(item => item.Vector)], vocabulary.Values.Count);
        var nobody = new PreferenceLearner(PreferencePrior.Flat(vocabulary, 1), new PreferenceOptions()).Start;

        List<double> said = [], weighed = [], ranked = [];
        for (var shopper = 0; shopper < shoppers; shopper++)
        {
            string[] chosen = [.. Enumerable.Range(0, Choices).Select(_ => Id((int)(products * Math.Pow(random.NextDouble(), 3))))
                .Distinct()];
            var values = Timed(said, () => model.Values(chosen.Select(product => (product, Day)))!);
            var evidence = Timed(weighed, () => model.Weigh(values,
                [.. chosen.Select(product => new EvidenceAct(PreferenceSignal.Like, product))]));
            Timed(ranked, () => Ranker.Top(matrix, nobody.Weights, 24, null, evidence.Totals).Select(place => evidence.Of(place.Item))
                .ToArray());
        }

        Console.WriteLine($"{products} products, {Crowd} shoppers, {Choices} choices; processor time, mean of n = {shoppers} with 95 % interval");
        Say("what the terms say of every product", said);
        Say("weighing them", weighed);
        Say("the first 24 with contributions", ranked);
    }

    private static T Timed<T>(List<double> times, Func<T> work)
    {
        var before = Environment.CpuUsage.TotalTime;
        var result = work();
        times.Add((Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
        return result;
    }

    private static void Say(string what, List<double> times)
    {
        var interval = BootstrapInterval.Of(times, 1);
        Console.WriteLine(FormattableString.Invariant($"{what,-52} {interval.Mean:0} ms [{interval.Low:0}–{interval.High:0}]"));
    }

    private static Product Product(int number, Random random) => new()
    {
        Id = Id(number), Name = $"{Word(random)} {Word(random)}", Type = Word(random, 40), Group = Word(random, 8),
            Section = Word(random, 12),
        Colour = Word(random, 30), Pattern = Word(random, 15), Price = random.Next(5, 150), Picture = $"{number:x64}", PictureWidth = 480,
            PictureHeight = 640,
        Description = string.Join(' ', Enumerable.Range(0, 22).Select(_ => Word(random))),
    };

    private static string Word(Random random, int of = 3_000)
    {
        var number = (int)(of * Math.Pow(random.NextDouble(), 3));
        return string.Concat(Enumerable.Range(0, 4).Select(place => (char)('a' + (number / (int)Math.Pow(26, place) % 26))));
    }

    private static string Id(int number) => $"{number:0000000}";

    private static int Number(string[] options, int place, int otherwise) =>
        options.Length > place ? int.Parse(options[place], CultureInfo.InvariantCulture) : otherwise;
}
