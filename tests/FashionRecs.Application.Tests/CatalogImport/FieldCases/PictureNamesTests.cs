using FashionRecs.Application.CatalogImport;
using FashionRecs.Application.CatalogImport.Names;

namespace FashionRecs.Application.Tests.CatalogImport.FieldCases;

public sealed class PictureNamesTests
{
    [Theory]
    [InlineData("IMG_01.jpg", "IMG_01.JPG")]
    [InlineData("img_02.jpg", "pictures/IMG_02.jpg")]
    [InlineData("1.jpg", "winter/1.jpg")]
    [InlineData("winter/1.jpg", "photos/winter/1.jpg")]
    [InlineData("herbst\\p2.jpg", "herbst/p2.jpg")]
    [InlineData("C:\\fotos\\herbst\\p1.jpg", "herbst/p1.jpg")]
    [InlineData("C:\\fotos\\p1.jpg", "p1.jpg")]
    [InlineData("https://shop.example/media/a.jpg?width=80", "a.jpg")]
    [InlineData("https://shop.example/media/Blaues%20Kleid.jpg", "Blaues Kleid.jpg")]
    [InlineData("./a.jpg", "a.jpg")]
    [InlineData("Blaues%20Kleid.jpg", "Blaues Kleid.jpg")]
    [InlineData("IMG_01", "img_01.JPG")]
    [InlineData("winter/1", "winter/1.png")]
    [InlineData("1", "winter/1.jpg")]
    public void Find_NameAPersonWouldCallTheSame_IsFound(string listed, string file) => Assert.Equal(file, Find(listed, file).File?.Name);

    [Theory]
    [InlineData("Caf\u00E9.jpg", "Cafe\u0301.jpg")]
    [InlineData("Gru\u0308n.jpg", "gr\u00FCn.JPG")]
    public void Find_AccentWrittenInAnotherWay_IsFound(string listed, string file) => Assert.Equal(file, Find(listed, file).File?.Name);

    [Theory]
    [InlineData("summer/1.jpg", "winter/1.jpg")]
    [InlineData("summer/1.jpg", "winter/1.jpg", "winter/2.jpg")]
    [InlineData("Summer\\1.jpg", "winter/1.JPG", "autumn/1.jpg")]
    [InlineData("a.jpg", "a.png")]
    [InlineData("summer/1", "winter/1.jpg")]
    public void Find_SameNameElsewhere_IsRefusedAndNamed(string listed, params string[] files)
    {
        var match = Find(listed, files);

        Assert.Null(match.File);
        Assert.Contains($"there is no image '{listed}'", match.Refused, StringComparison.Ordinal);
        Assert.Contains(files[0], match.Refused, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Img.jpg", "IMG.jpg", "img.jpg")]
    [InlineData("1.jpg", "summer/1.jpg", "winter/1.jpg")]
    [InlineData("1", "1.jpg", "1.png")]
    [InlineData("https://shop.example/1.jpg", "summer/1.jpg", "winter/1.jpg")]
    public void Find_SeveralItMayMean_IsRefused(string listed, params string[] files)
    {
        var match = Find(listed, files);

        Assert.Null(match.File);
        Assert.All(files, file => Assert.Contains(file, match.Refused, StringComparison.Ordinal));
    }

    [Fact]
    public void Find_ExactNameBesideOthersAlike_IsTheExactOne() =>
        Assert.Equal("img.jpg", Find("img.jpg", "IMG.jpg", "img.jpg", "Img.jpg").File?.Name);

    [Theory]
    [InlineData("\uD800.jpg")]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("..\\..\\a.jpg")]
    [InlineData("https://")]
    [InlineData("%ZZ%")]
    public void Find_NonsenseOrAPathOutside_IsRefusedInASentence(string listed) => Assert.NotNull(Find(listed, "b.jpg").Refused);

    private static PictureMatch Find(string listed, params string[] files) =>
        new PictureIndex(files.Select(file => new CatalogImportFile(file, _ => Task.FromResult(Array.Empty<byte>())))).Find(listed);
}
