using FashionRecs.Tests;
using FashionRecs.Vision.Inference;
using FashionRecs.Vision.Quantization;
using FashionRecs.Vision.Tests.Engines;

namespace FashionRecs.Vision.Tests.Quantization;

public sealed class QuantizationFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly Int8Network network = new();

    [Fact]
    public void Load_WhatWasSaved_IsTheSame()
    {
        network.Ranges.Save(folder.File("ranges.json"));

        var read = QuantizationFile.Load(folder.File("ranges.json"));

        Assert.Equal(network.Ranges.Stamp(), read.Stamp());
        Assert.Equal((network.Ranges.Backbone, network.Ranges.Pictures), (read.Backbone, read.Pictures));
        read.Check(ProjectionEngine.Source(network.Path, null, null).Network, "ranges.json");
    }

    [Fact]
    public void Load_AnotherFormat_IsRefusedWithTheRemedy()
    {
        (network.Ranges with { Format = 2 }).Save(folder.File("ranges.json"));

        var message = Assert.Throws<InvalidDataException>(() => QuantizationFile.Load(folder.File("ranges.json"))).Message;

        Assert.Contains("format 2", message);
        Assert.Contains("fashionrecs quantize", message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("{\"format\":1,\"fingerprint\":\"a\",\"backbone\":\"b\",\"input\":\"64x48\",\"pictures\":1,\"ranges\":{\"stem\":{\"scale\":-1,\"zero\":0}}}")]
    public void Load_Damaged_IsRefusedInASentence(string text)
    {
        File.WriteAllText(folder.File("ranges.json"), text);

        Assert.Contains("damaged", Assert.Throws<InvalidDataException>(() => QuantizationFile.Load(folder.File("ranges.json"))).Message);
    }

    [Fact]
    public void Check_OtherWeights_AreRefusedWithBothNames()
    {
        using var tiny = TinyNetwork.Create(seed: 9);
        var other = ProjectionEngine.Source(TinyNetwork.Save(folder, tiny), null, null).Network;

        var message = Assert.Throws<InvalidDataException>(() => network.Ranges.Check(other, "ranges.json")).Message;

        Assert.Contains(network.Ranges.Backbone, message);
        Assert.Contains(other.BackboneFingerprint(), message);
    }

    [Fact]
    public void Check_ARangeIsMissing_IsRefusedByName()
    {
        var ranges = network.Ranges with { Ranges = network.Ranges.Ranges.Where(range => range.Key != "stem").ToDictionary() };

        Assert.Contains("'stem'", Assert.Throws<InvalidDataException>(
            () => ranges.Check(ProjectionEngine.Source(network.Path, null, null).Network, "ranges.json")).Message);
    }

    public void Dispose()
    {
        network.Dispose();
        folder.Dispose();
    }
}
