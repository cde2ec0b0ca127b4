using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Texts;
using FashionRecs.Tests;
using FashionRecs.Training.Discovery;
using FashionRecs.Training.Tests.Beliefs;
using FashionRecs.Vision.Imaging;
using FashionRecs.Vision.Inference;

namespace FashionRecs.Training.Tests.Discovery;

public class WordDiscoveryTests
{
    [Fact]
    public void Separation_FourProducts_IsComputedByHand()
    {
        var score = SeparationScore.Of([3, 1], [2, 0]);

        Assert.Equal(0.75, score.Area);      // three of the four pairs stand in the right order
        Assert.Equal(0.125, score.Variance); // placements 1 and ½ on one side, ½ and 0 on the other
        Assert.Equal(0.5, SeparationScore.Of([1], [1]).Area);
        Assert.True(double.IsNaN(SeparationScore.Of([], [1]).Area));
    }

    [Fact]
    public void Within_TwoTypes_CountsPairsOfOneTypeOnly()
    {
        var score = SeparationScore.Within(
            [SeparationScore.Of([3, 1], [2, 0]), SeparationScore.Of([0], [1, 1]), SeparationScore.Of([], [9])]);

        Assert.Equal(3.0 / 6, score.Area);
        Assert.Equal((3, 4), (score.With, score.Without));
    }

    [Fact]
    public void Fit_FourProducts_IsTheDiscriminantComputedByHand()
    {
        // covariance (1, −½; −½, ¾), difference of the means (2, −1)
        var head = new WordHeadFit([[2, 0], [2, 0], [0, 0], [0, 2]], shrinkage: 0).Fit([0, 1]);

        Assert.Equal([2f, 0f], head.Weights.Select(weight => MathF.Round(weight, 4)));
        Assert.Equal([0f, 1f], head.Usual);
        Assert.Equal(4, head.Score([2f, 5f]), 1e-4);
    }

    [Fact]
    public void Units_FourProducts_DivergeAsComputedByHand()
    {
        var divergence = new UnitResponses([[1, 7], [1, 7], [0, 7], [0, 7]]).Of([0, 1]);

        Assert.Equal(4.0 / 12 * Math.Log(5), divergence[0], 1e-9); // two of twenty smoothed bins differ, by 2 of 12
        Assert.Equal(0, divergence[1], 1e-9);
    }

    [Fact]
    public void Run_OneWordShowsAndOneDoesNot_TellsThemApart()
    {
        var random = new Random(1);
        DescribedProduct[] products = [.. Enumerable.Range(0, 900).Select(i =>
        {
            var (ribbed, soft, coat) = (random.Next(3) == 0, random.Next(3) == 0, random.Next(2) == 0);
            float[] features =
                [(float)LabelledCases.Normal(random) + (ribbed ? 3 : 0), (float)LabelledCases.Normal(random) + (coat ? 3 : 0), 1];
            HashSet<string> words = [.. ribbed ? ["ribbed"] : Array.Empty<string>(), .. soft ? ["soft"] : Array.Empty<string>(),
                .. coat ? ["belt", "known"] : Array.Empty<string>()];
            return new DescribedProduct($"{i}", coat ? "Coat" : "Top", $"{i}.jpg", words, features, i % 3 == 0);
        })];

        var words = new WordDiscovery(new DiscoveryOptions { Units = 1 }).Run(products, new HashSet<string> { "known" })
            .ToDictionary(word => word.Word);

        Assert.Equal(["belt", "ribbed", "soft"], words.Keys.Order());
        Assert.True(words["ribbed"].WithinType.Interval.Low > 0.9);
        Assert.Equal([0], words["ribbed"].Units);
        Assert.InRange(0.5, words["soft"].WithinType.Interval.Low, words["soft"].WithinType.Interval.High);
        Assert.True(words["belt"].Separation.Interval.Low > 0.9);
        Assert.True(double.IsNaN(words["belt"].WithinType.Area), "a word that is the type says nothing within types");
        Assert.Equal(("Coat", 1.0), (words["belt"].MainType, words["belt"].MainTypeShare));
    }

    [Fact]
    public void Run_ProductsDrawnByLot_AreTheWordsProductsNoMoreThanByChance()
    {
        // One unit, so that a head drawn by lot looks one way or the other: half of them each way.
        DescribedProduct[] products = [.. Enumerable.Range(0, 400).Select(i => new DescribedProduct($"{i}", "Top", "",
            new HashSet<string>(i % 4 < 2 ? ["lace"] : ["plain"]), [i % 4 < 2 ? 1 : 0], i % 2 == 0))];

        var areas = Enumerable.Range(1, 60).SelectMany(seed => new WordDiscovery(new DiscoveryOptions { Seed = 2 * seed, Units = 1 })
            .Run(products, new HashSet<string>()).Select(word => word.ByChance.Area));

        Assert.InRange(areas.Average(), 0.3, 0.7);
    }

    [Fact]
    public void Run_TooFewProducts_IsRefused() => Assert.Throws<InvalidDataException>(() =>
        new WordDiscovery(new DiscoveryOptions()).Run([new("1", "", "1.jpg", new HashSet<string> { "lace" }, [1], false)],
            new HashSet<string>()));

    [Fact]
    public void KnownWords_OfVocabularyAndLanguages_HoldWhatTheyName()
    {
        Assert.Equal(["button", "dress", "rib"], KnownWords.Of("Rib-knit DRESS, 2 buttons", null).Where(word => word != "knit").Order());
        Assert.Contains("sleeve", KnownWords.Of(AttributeVocabularyFile.Default));
        Assert.Contains("with", KnownWords.Of(TextLanguagesFile.Default));
        Assert.DoesNotContain("lace", KnownWords.Of(AttributeVocabularyFile.Default));
    }

    [Fact]
    public void Map_OfAPicture_HasTheScoreAsItsMean()
    {
        using var folder = new TemporaryFolder();
        using var engine = ProjectionEngine.Load(TinyNetwork.Save(folder, TinyNetwork.Create()));
        using var renderer = new InputRenderer(engine.Weights.Input);
        var input = PictureInput.Create(Pictures.Corner(60, 120), renderer);
        var output = engine.Run(input.Pixels, 1, keepFeatures: true);
        var (width, random) = (engine.Weights.Shape.Features, new Random(3));
        var head = new WordHead(
            [.. Enumerable.Range(0, width).Select(_ => (float)LabelledCases.Normal(random))], [.. Enumerable.Repeat(.1f, width)]);
        float[] mean = [.. Enumerable.Range(0, width).Select(unit => output.Features.Where((_, at) => at % width == unit).Average())];

        Assert.Equal(head.Score(mean), WordMaps.Map(output, head).Values.ToArray().Average(), 1e-3);
    }

    [Fact]
    public void Adopt_Word_IsOneAttributeMoreAndLeavesTheOthers()
    {
        using var folder = new TemporaryFolder();
        var weights = TinyNetwork.Save(folder, TinyNetwork.Create());
        using var before = ProjectionEngine.Load(weights);
        using var renderer = new InputRenderer(before.Weights.Input);
        var input = PictureInput.Create(Pictures.Corner(60, 120), renderer);
        var width = before.Weights.Shape.Features;
        DescribedProduct[] products = [.. Enumerable.Range(0, 200).Select(i =>
            new DescribedProduct($"{i}", "", "", i % 4 == 0 ? new HashSet<string> { "lace" } : [], [.. Enumerable.Range(0, width)
                .Select(unit => (unit == 0 && i % 4 == 0 ? 1f : 0) + (i * (unit + 3) % 7 / 7f))], false))];
        var head = new WordHeadFit([.. products.Select(product => product.Features)], 0.1)
            .Fit([.. Enumerable.Range(0, 50).Select(i => 4 * i)]);
        var word = new DiscoveredWord("lace", 50, default, default, default, [], [], "", 1, head);

        WordAdoption.Write(folder.File("new"), word, products, weights);

        var vocabulary = AttributeVocabularyFile.Load(folder.File("new/attributes.json"));
        using var after = ProjectionEngine.Load(folder.File("new/attributes.safetensors"), vocabulary, regions: "");
        var (old, read) = (before.Logits([input.Pixels])[0], after.Logits([input.Pixels])[0]);
        Assert.Equal(AttributeVocabularyFile.Default.Values.Count + 2, vocabulary.Values.Count);
        Assert.Equal(old, read[..old.Length], (one, other) => Math.Abs(one - other) < 0.02);
        Assert.Equal(-read[^2], read[^1], 1e-3f);
        var features = after.Run(input.Pixels, 1, keepFeatures: true).Features;
        float[] mean = [.. Enumerable.Range(0, width).Select(unit => features.Where((_, at) => at % width == unit).Average())];
        var (slope, constant) = WordAdoption.Probability([.. products.Select(product =>
            (head.Score(product.Features), product.Words.Contains("lace")))]);
        Assert.Equal((slope * head.Score(mean)) + constant, read[^1], 0.05 + (0.01 * Math.Abs(read[^1])));
    }

    [Fact]
    public void Probability_OneInFourWhateverTheScore_IsThat()
    {
        var (slope, constant) = WordAdoption.Probability(
            [(1, true), (1, false), (1, false), (1, false), (-1, true), (-1, false), (-1, false), (-1, false)]);

        Assert.Equal(0, slope, 1e-6);
        Assert.Equal(Math.Log(1.0 / 3), constant, 1e-6);
    }
}
