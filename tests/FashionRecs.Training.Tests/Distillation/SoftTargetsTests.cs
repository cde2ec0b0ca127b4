using FashionRecs.Tests;
using FashionRecs.Domain.Attributes;
using FashionRecs.Training.Distillation;

namespace FashionRecs.Training.Tests.Distillation;

public class SoftTargetsTests
{
    private static readonly AttributeVocabulary Vocabulary = AttributeVocabularyFile.Default;

    [Fact]
    public void Read_WhatWriteWrote_IsTheSameToThreeDigits()
    {
        using var folder = new TemporaryFolder();
        float[] probabilities = [.. Enumerable.Range(0, Vocabulary.Values.Count).Select(i => i / 54f)];

        SoftTargets.Write(folder.File("soft.tsv"), [("Images/a.jpg", probabilities)]);
        var read = SoftTargets.Read(folder.File("soft.tsv"), Vocabulary);

        Assert.All(read["Images/a.jpg"].Zip(probabilities), pair => Assert.Equal(pair.Second, pair.First, 0.0006));
    }

    [Theory]
    [InlineData("a.jpg\t0.5")]
    [InlineData("a.jpg")]
    public void Read_RowOfWrongLength_NamesFileAndLine(string row)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("soft.tsv", System.Text.Encoding.UTF8.GetBytes(row));

        var exception = Assert.Throws<InvalidDataException>(() => SoftTargets.Read(path, Vocabulary));

        Assert.Contains("soft.tsv, line 1", exception.Message);
    }
}
