using FashionRecs.Tests;
using System.IO.Compression;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Files;
using FashionRecs.Training.Datasets;

namespace FashionRecs.Training.Tests.Datasets;

public class FashionAiReaderTests
{
    private static readonly AttributeVocabulary Vocabulary = AttributeVocabularyFile.Default;

    [Theory]
    [InlineData("a.jpg,collar_design_labels,nynmn\nb.jpg,lapel_design_labels,ynnnn\n")]
    [InlineData("a.jpg,collar_design_labels,nynmn\r\nb.jpg,lapel_design_labels,vnnnn\r\n")]
    public void Read_AnyLineEnds_GivesRows(string text)
    {
        var rows = Read(text);

        Assert.Equal(["a.jpg", "b.jpg"], rows.Select(row => row.Image));
        Assert.Equal([LabelLetter.No, LabelLetter.Yes, LabelLetter.No, LabelLetter.Maybe, LabelLetter.No], rows[0].Letters);
        Assert.Equal(LabelLetter.Yes, rows[1].Letters[0]);
        Assert.Equal(2, rows[1].Line);
    }

    [Theory]
    [InlineData("a.jpg,shoe_labels,yn", "line 2: the attribute 'shoe_labels' is unknown.")]
    [InlineData("a.jpg,collar_design_labels,yn", "line 2: 'collar_design_labels' has 5 values, but 'yn' has 2 letters.")]
    [InlineData("a.jpg,collar_design_labels,nnnnn", "line 2: 'nnnnn' has no y.")]
    [InlineData("a.jpg,collar_design_labels,yynnn", "line 2: 'yynnn' has more than one y.")]
    [InlineData("a.jpg,collar_design_labels,nyxnn", "line 2: 'x' is not one of the letters y, m, n, v.")]
    [InlineData("a.jpg,collar_design_labels", "line 2: a row has three fields (picture, attribute, letters), this one has 2.")]
    public void Read_BrokenRow_NamesFileLineAndRule(string row, string expected)
    {
        var exception = Assert.Throws<InvalidDataException>(() => Read("ok.jpg,collar_design_labels,ynnnn\n" + row));

        Assert.Equal("labels.csv, " + expected, exception.Message);
    }

    [Fact]
    public void Read_PictureThatIsNotThere_NamesIt()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("label.csv", "gone.jpg,collar_design_labels,ynnnn\n");

        var exception = Assert.Throws<InvalidDataException>(() => FashionAiReader.Read(path, Vocabulary, folder.Path).ToArray());

        Assert.Contains("line 1: the picture 'gone.jpg' is not in", exception.Message);
    }

    [Fact]
    public void Read_RealAnnotations_ReadsEveryRow()
    {
        Assert.SkipUnless(DataFolder.TryFind("fashionai", "label.csv.gz") is not null, $"Needs the data folder ({DataFolder.Variable}).");
        using var reader =
            new StreamReader(new GZipStream(File.OpenRead(DataFolder.TryFind("fashionai", "label.csv.gz")!), CompressionMode.Decompress));

        Assert.Equal(89_683, FashionAiReader.Read(reader, "label.csv.gz", Vocabulary).Count());
    }

    [Fact]
    public void Load_RealPhotographs_ReadsEveryRowAndFindsEveryPicture()
    {
        Assert.SkipUnless(DataFolder.TryFind("photos") is not null, $"Needs the data folder ({DataFolder.Variable}).");
        var root = DataFolder.TryFind("photos")!;

        var pictures = LabelledSet.Load(Path.Combine(root, "Annotations", "label.csv"), root, Vocabulary);

        Assert.Equal(20_163, pictures.Count); // the other 1,918 photographs have no row
        Assert.Equal(101_193, pictures.Sum(picture => picture.Letters.Count(letter => letter == LabelLetter.Yes)));
    }

    private static List<AttributeLabel> Read(string text) => [.. FashionAiReader.Read(new StringReader(text), "labels.csv", Vocabulary)];
}
