using FashionRecs.Domain.Attributes;
using FashionRecs.Tests;
using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Torch.Backbones;
using FashionRecs.Vision.Weights;

namespace FashionRecs.Cli.Tests.Commands;

public class TrainCommandTests
{
    [Theory]
    [InlineData("resnet18")]
    [InlineData("resnet50")]
    public async Task Train_Architecture_IsTrainedAndNamedInTheWeights(string architecture)
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(ExitCode.Success,
            await CommandLine.RunAsync(["render", "--out", folder.File("set"), "--count", "30", "--size", "48x64"]));

        var code = await CommandLine.RunAsync([
            "train", "--labels", folder.File("set/Annotations/label.csv"), "--images", folder.File("set"), "--output", folder.File("run"),
            "--start", "none",
            "--architecture", architecture, "--width", "16", "--epochs", "1", "--batch", "8", "--input", "64x48"]);

        Assert.Equal(ExitCode.Success, code);
        Assert.Equal(architecture, SafetensorsReader.Read(folder.File("run/attributes.safetensors")).Metadata["architecture"]);
        var (network, weights) = AttributeNetworkFile.Load(folder.File("run/attributes.safetensors"), AttributeVocabularyFile.Default);
        network.Dispose();
        Assert.Equal(new NetworkShape(16, 1, architecture), weights.Shape);
    }

    [Fact]
    public async Task Train_WidthThatIsNoMultipleOf16_IsRefusedBeforeAnythingIsRead()
    {
        var run = await CommandRun.StartAsync("", "train", "--width", "24", "--labels", "there is no such file");

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Equal("A network of width 24 cannot be computed reliably: take a width that is a multiple of 16.", run.Error.Trim());
    }

    [Fact]
    public async Task Train_ArchitectureNobodyKnows_IsWrongUsage() =>
        Assert.Equal(ExitCode.Usage, await CommandLine.RunAsync(["train", "--architecture", "resnet19"]));
}
