using FashionRecs.Tests;
using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Engines;
using FashionRecs.Vision.Inference;
using FashionRecs.Vision.Quantization;
using FashionRecs.Vision.Regions;

namespace FashionRecs.Vision.Tests.Engines;

public sealed class EngineSelectionTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly Int8Network network = new();
    private int measured;

    [Fact]
    public void Choose_WeightsWithoutRanges_TakesTorchAndSaysWhy()
    {
        var choice = Choose(EngineOption.Auto, sameTop: 1);

        Assert.Equal(EngineOption.Torch, choice.Engine);
        Assert.Contains(ProcessorInstructions.HasVnni ? "quantize" : "VNNI", choice.Reason);
    }

    [Fact]
    public void Choose_Int8WithoutRanges_IsRefused()
    {
        Assert.Throws<InvalidDataException>(() => Choose(EngineOption.Int8, sameTop: 1));
    }

    [Fact]
    public void Choose_RangesThatAgree_TakesInt8AndMeasuresOnce()
    {
        Assert.SkipUnless(ProcessorInstructions.HasVnni, "int8 needs a processor with VNNI instructions.");
        network.Ranges.Save(QuantizationFile.PathFor(network.Path));

        Assert.Equal(EngineOption.Int8, Choose(EngineOption.Auto, sameTop: 0.99).Engine);
        Assert.Equal(0.99, Choose(EngineOption.Auto, sameTop: 0.5).Agreement!.SameTop); // what was measured first is remembered
        Assert.Equal(1, measured);
    }

    [Fact]
    public void Choose_RangesThatDisagree_TakesTorch()
    {
        Assert.SkipUnless(ProcessorInstructions.HasVnni, "int8 needs a processor with VNNI instructions.");
        network.Ranges.Save(QuantizationFile.PathFor(network.Path));

        var choice = Choose(EngineOption.Auto, sameTop: 0.9);

        Assert.Equal(EngineOption.Torch, choice.Engine);
        Assert.Contains("90", choice.Reason);
    }

    [Fact]
    public void Choose_BuildWithoutTorch_TakesOnnxWhereInt8CannotBe()
    {
        Assert.Equal(EngineOption.Onnx, Choose(EngineOption.Auto, sameTop: 1, torch: null).Engine);
    }

    [Fact]
    public void Choose_TorchInABuildWithoutIt_IsRefusedWithTheWayOut()
    {
        var message = Assert.Throws<InvalidDataException>(() => Choose(EngineOption.Torch, sameTop: 1, torch: null)).Message;

        Assert.Contains("-p:TorchBackend=cpu", message);
    }

    [Fact]
    public void Choose_Gpu_TakesTorch()
    {
        network.Ranges.Save(QuantizationFile.PathFor(network.Path));

        Assert.Equal(EngineOption.Torch, Choose(EngineOption.Auto, sameTop: 1, new Gpu()).Engine);
    }

    private sealed class Gpu : IEngineProvider
    {
        public bool HasAccelerator => true;

        public INetworkEngine Create(NetworkSource source, StoredRegionHead? regions, Precision? precision) =>
            throw new NotSupportedException();
    }

    [Fact]
    public void Load_Auto_WithoutRangesRunsTorch()
    {
        using var engine = ProjectionEngine.Load(network.Path, engine: EngineOption.Auto);

        Assert.Equal("torch", engine.Engine);
    }

    private EngineChoice Choose(EngineOption wanted, double sameTop) => Choose(wanted, sameTop, TorchBuild.Provider);

    private EngineChoice Choose(EngineOption wanted, double sameTop, IEngineProvider? torch) => EngineSelection.Choose(
        wanted, ProjectionEngine.Source(network.Path, null, null), torch, new AgreementCache(folder.File("agreement.json")), _ =>
        {
            measured++;
            return new EngineAgreement(10, 40, sameTop, 0.05, 0.2, 0.97);
        });

    public void Dispose()
    {
        network.Dispose();
        folder.Dispose();
    }
}
