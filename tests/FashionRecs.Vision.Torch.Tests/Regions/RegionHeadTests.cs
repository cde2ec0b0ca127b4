using FashionRecs.Domain.Attributes;
using FashionRecs.Tests;
using FashionRecs.Vision.Regions;
using FashionRecs.Vision.Torch.Regions;
using static TorchSharp.torch;

namespace FashionRecs.Vision.Torch.Tests.Regions;

public class RegionHeadTests
{
    private static readonly AttributeVocabulary Vocabulary = AttributeVocabularyFile.Default;

    [Fact]
    public void Forward_AnySize_AnswersTwiceAsFinelyAsTheFineMap()
    {
        FashionRecs.Vision.Torch.Runtime.TorchRuntime.EnsureLoaded();
        using var scope = NewDisposeScope();
        using var head = new RegionHead(8, 16, 4, 16);

        Assert.Equal([2, 16, 52, 36], head.forward(randn(2, 16, 13, 9), randn(2, 4, 26, 18)).shape);
        Assert.Equal([1, 16, 80, 56], head.forward(randn(1, 16, 20, 14), randn(1, 4, 40, 28)).shape);
    }

    [Fact]
    public void RegionHead_WidthThatIsNoMultipleOf16_IsRefusedInASentence() => Assert.Equal(
        "A head for regions of width 24 cannot be computed reliably: take a width that is a multiple of 16.",
        Assert.Throws<InvalidDataException>(() => new RegionHead(8, 16, 4, 24)).Message);

    [Fact]
    public void Load_WhatWasSaved_AnswersTheSame()
    {
        FashionRecs.Vision.Torch.Runtime.TorchRuntime.EnsureLoaded();
        using var folder = new TemporaryFolder();
        using var scope = NewDisposeScope();
        using var head = new RegionHead(Vocabulary.Attributes.Count, 16, 4, 16);
        PartRule[] rules = [.. Vocabulary.Attributes.Select(attribute =>
            PartRule.Default with { Box = new PartLevel(0.1 * (1 + attribute.Position), Joined: false) })];
        new RegionHeadFile(head, "abc", rules).Save(folder.File("r.safetensors"), Vocabulary);

        var read = RegionHeadFile.Load(folder.File("r.safetensors"), Vocabulary);

        var (last, fine) = (randn(1, 16, 13, 9), randn(1, 4, 26, 18));
        Assert.True(allclose(head.forward(last, fine), read.Head.forward(last, fine), rtol: 0.02, atol: 0.02)); // float16
        Assert.Equal("abc", read.Fingerprint);
        Assert.Equal(rules, read.Rules);
        read.Head.Dispose();
    }

    [Fact]
    public void KeepOutlines_OtherRules_TakesTheirRegionsAndItsOwnOutlines()
    {
        FashionRecs.Vision.Torch.Runtime.TorchRuntime.EnsureLoaded();
        using var head = new RegionHead(1, 16, 4, 16);
        var file = new RegionHeadFile(head, "abc", [PartRule.Parse("1:0.4:largest:0.2:largest")]);

        Assert.Equal([PartRule.Parse("0.1:0.7:joined:0.2:largest")], file.KeepOutlines([PartRule.Parse("0.1:0.7:joined:0.6:joined")]));
    }

    [Fact]
    public void Load_AnotherKindOfFile_SaysSo()
    {
        using var folder = new TemporaryFolder();
        var weights = TinyNetwork.Save(folder, TinyNetwork.Create());

        Assert.Contains("do not say what they are for",
            Assert.Throws<InvalidDataException>(() => RegionHeadFile.Load(weights, Vocabulary)).Message);
    }
}
