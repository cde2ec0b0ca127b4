using FashionRecs.Tests;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Hashing;
using FashionRecs.Training.Datasets;
using FashionRecs.Training.Reviews;
using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Torch.Backbones;
using FashionRecs.Vision.Weights;
using SkiaSharp;

namespace FashionRecs.Training.Tests.Reviews;

public class HeadTuningTests
{
    private static async Task<IReadOnlyList<TunedAttribute>> TuneAsync(
        HeadTuning tuning, string start, IReadOnlyList<LabelledPicture> pictures, string output)
    {
        using var tuned = new MemoryStream();
        var result = await tuning.RunAsync(start, [.. pictures.Select(Looked)], tuned);
        File.WriteAllBytes(output, tuned.ToArray());
        return result;
    }

    private static ReviewedPicture Looked(LabelledPicture picture) => new(picture, [.. Vocabulary.Attributes.Select(_ => 1f)]);

    private static readonly AttributeVocabulary Vocabulary = AttributeVocabularyFile.Default;
    private static readonly GarmentAttribute Collar = Vocabulary["collar_design"];

    [Fact]
    public async Task RunAsync_TellableReviews_LearnsThemAndLeavesOtherHeadsAlone()
    {
        using var folder = new TemporaryFolder();
        using var network = TinyNetwork.Create();
        var start = TinyNetwork.Save(folder, network);
        var tuning = new HeadTuning(Vocabulary, new HeadTuningOptions { LearningRate = 0.05 });

        var result = await TuneAsync(tuning, start, Reviewed(folder, 120), folder.File("tuned.safetensors"));

        var collar = result[Collar.Position];
        Assert.True(collar.Count > 10 && collar.Learned + collar.Count == 120, $"{collar}");
        Assert.True(collar.After.Share > 0.9 && collar.LossAfter < collar.LossBefore, $"{collar}");
        Assert.All(result.Where(one => one.Attribute != Collar.Code), one => Assert.Null(one.Anchor));
        var (before, after) = (SafetensorsReader.Read(start).Tensors, SafetensorsReader.Read(folder.File("tuned.safetensors")).Tensors);
        Assert.NotEqual(before["heads.collar_design.weight"].Values, after["heads.collar_design.weight"].Values);
        var pants = before["heads.pant_length.weight"].Values.Select(value => (float)(Half)value);
        Assert.Equal(pants, after["heads.pant_length.weight"].Values);
        AttributeNetworkFile.Load(folder.File("tuned.safetensors"), Vocabulary).Network.Dispose();
    }

    /// <summary>
    /// A head that is sure of itself and right for six of ten pictures can be given a smaller loss by doubt, and a wrong answer.
    /// </summary>
    [Fact]
    public async Task RunAsync_SmallerLossButFewerRightAnswers_KeepsTheHead()
    {
        using var folder = new TemporaryFolder();
        using var network = TinyNetwork.Create();
        var start = TinyNetwork.Save(folder, network);
        var options = new HeadTuningOptions { LearningRate = 0.05 };
        var sure = await TuneAsync(new HeadTuning(Vocabulary, options), start, Alike(folder, _ => 1), folder.File("sure.safetensors"));
        Assert.Equal(1, sure[Collar.Position].After.Share);

        // The quarter that the penalty is chosen on says the one value, the rest another.
        var mixed = await TuneAsync(
            new HeadTuning(Vocabulary, options), folder.File("sure.safetensors"),
            Alike(folder, number => (Fnv1A32.Hash($"inner:{options.Seed}:product {number}") % 4 == 0) == (number % 5 < 3) ? 1 : 2),
            folder.File("mixed.safetensors"));

        Assert.Null(mixed[Collar.Position].Anchor);
        Assert.Equal(mixed[Collar.Position].Before, mixed[Collar.Position].After);
        Assert.False(mixed[Collar.Position].IsWorse);
    }

    [Fact]
    public async Task RunAsync_FewReviews_IsRefusedInOneSentence()
    {
        using var folder = new TemporaryFolder();
        using var network = TinyNetwork.Create();
        var start = TinyNetwork.Save(folder, network);

        var error = await Assert.ThrowsAsync<InvalidDataException>(
            () => TuneAsync(new HeadTuning(Vocabulary, new HeadTuningOptions()), start, Reviewed(folder, 5),
                folder.File("tuned.safetensors")));

        Assert.Contains("too few reviews", error.Message);
        Assert.False(File.Exists(folder.File("tuned.safetensors")));
    }

    [Fact]
    public void IsHeldOut_MoreReviews_KeepsEverybodysSide()
    {
        var tuning = new HeadTuning(Vocabulary, new HeadTuningOptions { HeldOut = 0.2 });

        // five standard errors of 1,000
        Assert.InRange(Enumerable.Range(0, 5000).Count(number => tuning.IsHeldOut($"p{number}")), 850, 1150);
        Assert.Equal(tuning.IsHeldOut("p7"), new HeadTuning(Vocabulary, new HeadTuningOptions()).IsHeldOut("p7"));
    }

    /// <summary>Pictures that look the same, whatever is said of them.</summary>
    private static LabelledPicture[] Alike(TemporaryFolder folder, Func<int, int> value)
    {
        var path = folder.Write("alike.png", FashionRecs.Tests.Pictures.Encode(48, 64, SKEncodedImageFormat.Png, ground: SKColors.DarkRed));
        return [.. Enumerable.Range(0, 200).Select(number => new LabelledPicture(path, $"product {number}", Letters(value(number))))];
    }

    private static LabelLetter[] Letters(int position)
    {
        var letters = new LabelLetter[Vocabulary.Values.Count];
        foreach (var value in Collar.Values)
        {
            letters[value.Index] = value.Position == position ? LabelLetter.Yes : LabelLetter.No;
        }

        return letters;
    }

    /// <summary>Red pictures have a shirt collar, blue ones none to see.</summary>
    private static LabelledPicture[] Reviewed(TemporaryFolder folder, int count) => [.. Enumerable.Range(0, count).Select(number =>
    {
        var red = number % 2 == 0;
        var path = folder.Write($"{number}.png",
            FashionRecs.Tests.Pictures.Encode(48, 64, SKEncodedImageFormat.Png,
            ground: red ? new SKColor((byte)(180 + (number % 60)), 30, 30) : new SKColor(30, 30, (byte)(180 + (number % 60)))));
        return new LabelledPicture(path, $"product {number}", Letters(red ? 1 : 0));
    })];
}
