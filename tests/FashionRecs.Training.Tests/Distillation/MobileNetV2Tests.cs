using FashionRecs.Tests;
using FashionRecs.Training.Distillation;
using FashionRecs.Vision.Weights;
using static TorchSharp.torch;

namespace FashionRecs.Training.Tests.Distillation;

public class MobileNetV2Tests
{
    private const string OneLayer =
        """[{"kind":"conv","src":-1,"shape":[1,3,3,3],"stride":STRIDE,"groups":1,"act":3},{"kind":"mean","src":0}]""";

    [Theory]
    [InlineData(2, 3f)] // each of the 2×2 windows starts at its own corner, so none loses its upper left pixel to padding
    [InlineData(1, 3f)]
    public void Features_KernelOfOneCorner_PadsAsTensorFlowDoes(int stride, float expected)
    {
        using var folder = new TemporaryFolder();
        using var network = Load(folder, stride, centre: stride == 1);
        using var scope = TorchSharp.torch.NewDisposeScope();

        var features = network.Features(White(4, 4));

        Assert.Equal(expected, features.item<float>(), 1e-4);
    }

    [Fact]
    public void Load_MissingTensor_SaysWhich()
    {
        using var folder = new TemporaryFolder();
        var json = folder.Write("net.json", System.Text.Encoding.UTF8.GetBytes(OneLayer.Replace("STRIDE", "1")));
        SafetensorsWriter.Write(folder.File("net.safetensors"),
            new SafetensorsFile(new Dictionary<string, StoredTensor> { ["0.weight"] = new([1, 3, 3, 3], new float[27]) },
            new Dictionary<string, string>()), half: false);

        var exception = Assert.Throws<InvalidDataException>(() => MobileNetV2.Load(json, folder.File("net.safetensors")));

        Assert.Contains("0.bias", exception.Message);
    }

    /// <summary>One convolution whose only weights, one per channel, look at the upper left (or the centre) of its window.</summary>
    private static MobileNetV2 Load(TemporaryFolder folder, int stride, bool centre)
    {
        var kernel = new float[27];
        for (var channel = 0; channel < 3; channel++)
        {
            kernel[(channel * 9) + (centre ? 4 : 0)] = 1;
        }

        var json = folder.Write("net.json", System.Text.Encoding.UTF8.GetBytes(OneLayer.Replace("STRIDE", $"{stride}")));
        var tensors = new Dictionary<string, StoredTensor> { ["0.weight"] = new([1, 3, 3, 3], kernel), ["0.bias"] = new([1], [0]) };
        SafetensorsWriter.Write(folder.File("net.safetensors"), new SafetensorsFile(tensors, new Dictionary<string, string>()),
            half: false);
        return MobileNetV2.Load(json, folder.File("net.safetensors"));
    }

    /// <summary>White, normalised for the attribute network; MobileNet sees 1 in every channel.</summary>
    private static Tensor White(int height, int width) => stack(
        [full([height, width], (1 - 0.485f) / 0.229f), full([height, width], (1 - 0.456f) / 0.224f),
            full([height, width], (1 - 0.406f) / 0.225f)], 0).unsqueeze(0);
}
