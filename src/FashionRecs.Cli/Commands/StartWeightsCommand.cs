using System.CommandLine;
using FashionRecs.Cli.StartWeights;
using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Weights;
using Onnx;

namespace FashionRecs.Cli.Commands;

/// <summary>
/// <c>fashionrecs start-weights</c>: makes an ImageNet ResNet18 to start training from, out of a NuGet package that holds one.
/// </summary>
internal static class StartWeightsCommand
{
    private const string Package = "microsoft.ml.dnnimagefeaturizer.resnet18/0.23.1";

    public static Command Create()
    {
        var package =
            new Option<string?>("--package") { Description =
            $"Folder of the unpacked package; default {Package} in the NuGet cache, where 'dotnet restore -p:StartWeights=true "
                + $"src/FashionRecs.Cli' puts it." };
        var output = new Option<string>("--out") { Description = "File to write.", Required = true };
        var command =
            new Command("start-weights",
            "Make an ImageNet ResNet18 for 'train --start', from the package Microsoft.ML.DnnImageFeaturizer.ResNet18 (MIT).") { package,
        output };
        command.SetAction(parsed => Run(parsed.GetValue(package) ?? Path.Combine(Cache, Package), parsed.GetValue(output)!));
        return command;
    }

    private static string Cache =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    internal static int Run(string package, string output)
    {
        var models = Path.Combine(package, "tools", "DnnImageModels");
        var mean = OnnxResNet18.Values(
            Graph(Path.Combine(models, "ResNetPrepOnnx", "ResNetPreprocess.onnx")).Initializer.Single(tensor =>
            tensor.Name == "MeanImage"));
        float[] channels = [.. mean.Chunk(mean.Length / 3).Select(channel => channel.Average()).Reverse()]; // stored as blue, green, red
        var tensors = OnnxResNet18.Convert(Graph(Path.Combine(models, "ResNet18Onnx", "ResNet18.onnx")), channels);
        var metadata = new Dictionary<string, string> { ["architecture"] = new ResNet18().Name };
        SafetensorsWriter.Write(output, new SafetensorsFile(tensors, metadata), half: false);
        Console.WriteLine($"{tensors.Count} tensors to {output}.");
        return ExitCode.Success;
    }

    private static GraphProto Graph(string path) =>
        File.Exists(path)
            ? ModelProto.Parser.ParseFrom(File.ReadAllBytes(path)).Graph
            : throw new IOException(
                $"There is no '{path}'; run 'dotnet restore -p:StartWeights=true src/FashionRecs.Cli' or name the package's folder with "
                    + $"--package.");
}
