using FashionRecs.Tests;
using FashionRecs.Domain.Attributes;
using FashionRecs.Training.Datasets;
using FashionRecs.Training.Optimization;
using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Torch.Backbones;
using SkiaSharp;

namespace FashionRecs.Training.Tests.Optimization;

public class TrainerTests
{
    private static readonly AttributeVocabulary Vocabulary = AttributeVocabularyFile.Default;

    [Fact]
    public async Task RunAsync_InterruptedAndResumed_GivesTheSameWeightsBitByBit()
    {
        using var folder = new TemporaryFolder();
        var pictures = Pictures(folder, 24);

        // Torch's seed is the whole process's, and other tests make networks at the same time: the start is made once.
        using var first = TinyNetwork.Create();
        var start = NetworkState.Save(NetworkState.Of(first));

        var unbroken = await Train(folder.File("unbroken"), pictures, epochs: 3, stopAfter: 3, start);
        await Train(folder.File("broken"), pictures, epochs: 3, stopAfter: 1, start);
        var resumed = await Train(folder.File("broken"), pictures, epochs: 3, stopAfter: 3, start);

        foreach (var (name, tensor) in unbroken)
        {
            Assert.Equal(tensor.Values, resumed[name].Values);
        }
    }

    [Fact]
    public async Task RunAsync_TellablePictures_LowersTheLossAndTellsThem()
    {
        using var folder = new TemporaryFolder();
        var pictures = Pictures(folder, 48);
        using var network = TinyNetwork.Create();
        var trainer =
            new Trainer(network, [new TrainingSet(pictures)], pictures, Options(12) with { LearningRate = 0.05, StageDecay = 1 },
            TimeProvider.System);

        var reports = new List<EpochReport>();
        await foreach (var report in trainer.RunAsync(folder.File("run"), resume: false))
        {
            reports.Add(report);
        }

        Assert.True(reports[^1].TrainingLoss < reports[0].TrainingLoss / 2);
        var score = reports[^1].Validation.Single(score => score.Attribute == "collar_design");
        Assert.Equal(48, score.Labelled);
        Assert.True(score.TopYes > 0.9, $"{score}");
        Assert.Equal(0, reports[^1].Validation.Single(other => other.Attribute == "pant_length").Labelled);
    }

    [Fact]
    public async Task RunAsync_CheckpointOfOtherOptions_IsRefused()
    {
        using var folder = new TemporaryFolder();
        var pictures = Pictures(folder, 16);
        await Train(folder.File("run"), pictures, epochs: 2, stopAfter: 1);

        var exception = await Assert.ThrowsAsync<InvalidDataException>(() => Train(folder.File("run"), pictures, epochs: 5, stopAfter: 5));

        Assert.Contains("other options", exception.Message);
    }

    [Fact]
    public async Task RunAsync_FromAStage_MovesItAndTheHeadsAndNothingBeforeNorAnyStatistic()
    {
        using var folder = new TemporaryFolder();
        var pictures = Pictures(folder, 16);
        using var first = TinyNetwork.Create();
        var start = NetworkState.Save(NetworkState.Of(first));

        var tuned = await Train(folder.File("run"), pictures, epochs: 2, stopAfter: 2, start, "layer4");

        string[] moved = [.. start.Where(item => !item.Value.Values.SequenceEqual(tuned[item.Key].Values)).Select(item => item.Key)];
        Assert.Contains("layer4.0.conv1.weight", moved);
        Assert.Contains("layer4.1.bn2.bias", moved);
        Assert.Contains("heads.collar_design.weight", moved);
        Assert.All(moved, name => Assert.Matches("^(layer4|heads)[.](?!.*running)", name));
    }

    [Fact]
    public async Task RunAsync_FromAStageInterruptedAndResumed_GivesTheSameAverageBitByBit()
    {
        using var folder = new TemporaryFolder();
        var pictures = Pictures(folder, 16);
        using var first = TinyNetwork.Create();
        var start = NetworkState.Save(NetworkState.Of(first));

        var unbroken = await Train(folder.File("unbroken"), pictures, epochs: 2, stopAfter: 2, start, "layer4", averaged: true);
        await Train(folder.File("broken"), pictures, epochs: 2, stopAfter: 1, start, "layer4");
        var resumed = await Train(folder.File("broken"), pictures, epochs: 2, stopAfter: 2, start, "layer4", averaged: true);

        Assert.All(unbroken, item => Assert.Equal(item.Value.Values, resumed[item.Key].Values));
        Assert.Equal(start["layer3.1.conv2.weight"].Values, unbroken["layer3.1.conv2.weight"].Values);
        Assert.NotEqual(start["layer4.1.conv2.weight"].Values, unbroken["layer4.1.conv2.weight"].Values);
    }

    [Fact]
    public void Trainer_FromAStageThatIsNotThere_IsRefusedInASentence()
    {
        using var folder = new TemporaryFolder();
        var pictures = Pictures(folder, 8);
        using var network = TinyNetwork.Create();

        var exception = Assert.Throws<InvalidDataException>(() => new Trainer(
            network, [new TrainingSet(pictures)], pictures, Options(1) with { FromStage = "layer5" }, TimeProvider.System));

        Assert.Equal(
            "The network has no stage 'layer5'; it has conv1, bn1, layer1, layer2, layer3, layer4, heads.", exception.Message);
    }

    private static async Task<Dictionary<string, FashionRecs.Vision.Weights.StoredTensor>> Train(string folder, LabelledPicture[] pictures,
        int epochs, int stopAfter, Dictionary<string, FashionRecs.Vision.Weights.StoredTensor>? start = null, string? fromStage = null,
        bool averaged = false)
    {
        using var network = TinyNetwork.Create();
        if (start is not null)
        {
            NetworkState.Load(NetworkState.Of(network), start, "the start");
        }

        var options = Options(epochs) with { FromStage = fromStage };
        var trainer = new Trainer(network, [new TrainingSet(pictures)], pictures, options, TimeProvider.System);
        await foreach (var report in trainer.RunAsync(folder, resume: true))
        {
            if (report.Epoch == stopAfter)
            {
                break;
            }
        }

        return NetworkState.Save(NetworkState.Of(averaged ? trainer.Averaged() : network));
    }

    private static TrainingOptions Options(int epochs) =>
        new() { Epochs = epochs, Batch = 8, Input = TinyNetwork.Input, Shape = new NetworkShape(TinyNetwork.Width, 1) };

    /// <summary>Collars that colour tells apart: red is a shirt collar, blue a Peter Pan; no other attribute is labelled.</summary>
    private static LabelledPicture[] Pictures(TemporaryFolder folder, int count) => [.. Enumerable.Range(0, count).Select(i =>
    {
        var name = $"{i}.png";
        var path = folder.Write(name,
            FashionRecs.Tests.Pictures.Encode(48, 64, SKEncodedImageFormat.Png, ground: i % 2 == 0 ? SKColors.Red : SKColors.Blue));
        var letters = new LabelLetter[Vocabulary.Values.Count];
        var collar = Vocabulary["collar_design"];
        Array.Fill(letters, LabelLetter.No, collar.Start, collar.Values.Count);
        letters[collar.Start + 1 + (i % 2)] = LabelLetter.Yes;
        return new LabelledPicture(path, name, letters);
    })];
}
