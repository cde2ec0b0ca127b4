using FashionRecs.Core.Attributes;
using FashionRecs.Vision.Datasets;
using FashionRecs.Vision.Network;
using FashionRecs.Vision.Training.Reviews;
using FashionRecs.Vision.Weights;
using SkiaSharp;

namespace FashionRecs.Vision.Tests.Training;

public class HeadTuningTests
{
    private static readonly AttributeVocabulary Vocabulary = AttributeVocabularyFile.Default;
    private static readonly GarmentAttribute Collar = Vocabulary["collar_design"];

    [Fact]
    public async Task RunAsync_TellableReviews_LearnsThemAndLeavesOtherHeadsAlone()
    {
        using var folder = new TemporaryFolder();
        using var network = TinyNetwork.Create();
        var start = TinyNetwork.Save(folder, network);
        var tuning = new HeadTuning(Vocabulary, new HeadTuningOptions { LearningRate = 0.05 });

        var result = await tuning.RunAsync(start, Reviewed(folder, 120), folder.File("tuned.safetensors"));

        var collar = result[Collar.Position];
        Assert.True(collar.Count > 10 && collar.Learned + collar.Count == 120, $"{collar}");
        Assert.True(collar.After.Share > 0.9 && collar.LossAfter < collar.LossBefore, $"{collar}");
        Assert.All(result.Where(one => one.Attribute != Collar.Code), one => Assert.Null(one.Anchor));
        var (before, after) = (SafetensorsReader.Read(start).Tensors, SafetensorsReader.Read(folder.File("tuned.safetensors")).Tensors);
        Assert.NotEqual(before["heads.collar_design.weight"].Values, after["heads.collar_design.weight"].Values);
        var pants = before["heads.pant_length.weight"].Values.Select(value => (float)(Half)value);
        Assert.Equal(pants, after["heads.pant_length.weight"].Values);
        AttributeWeights.Load(folder.File("tuned.safetensors"), Vocabulary).Network.Dispose();
    }

    [Fact]
    public async Task RunAsync_FewReviews_IsRefusedInOneSentence()
    {
        using var folder = new TemporaryFolder();
        using var network = TinyNetwork.Create();
        var start = TinyNetwork.Save(folder, network);

        var error = await Assert.ThrowsAsync<InvalidDataException>(
            () => new HeadTuning(Vocabulary, new HeadTuningOptions()).RunAsync(start, Reviewed(folder, 5), folder.File("tuned.safetensors")));

        Assert.Contains("too few reviews", error.Message);
        Assert.False(File.Exists(folder.File("tuned.safetensors")));
    }

    [Fact]
    public void IsHeldOut_MoreReviews_KeepsEverybodysSide()
    {
        var tuning = new HeadTuning(Vocabulary, new HeadTuningOptions { HeldOut = 0.2 });

        Assert.InRange(Enumerable.Range(0, 5000).Count(number => tuning.IsHeldOut($"p{number}")), 850, 1150); // five standard errors of 1,000
        Assert.Equal(tuning.IsHeldOut("p7"), new HeadTuning(Vocabulary, new HeadTuningOptions()).IsHeldOut("p7"));
    }

    /// <summary>Red pictures have a shirt collar, blue ones none to see.</summary>
    private static LabelledPicture[] Reviewed(TemporaryFolder folder, int count) => [.. Enumerable.Range(0, count).Select(number =>
    {
        var red = number % 2 == 0;
        var path = folder.Write($"{number}.png", Vision.Tests.Pictures.Encode(48, 64, SKEncodedImageFormat.Png, ground: red ? new SKColor((byte)(180 + (number % 60)), 30, 30) : new SKColor(30, 30, (byte)(180 + (number % 60)))));
        var letters = new LabelLetter[Vocabulary.Values.Count];
        foreach (var value in Collar.Values)
        {
            letters[value.Index] = value.Position == (red ? 1 : 0) ? LabelLetter.Yes : LabelLetter.No;
        }

        return new LabelledPicture(path, $"product {number}", letters);
    })];
}
