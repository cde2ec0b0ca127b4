using FashionRecs.Application.CatalogImport;
using FashionRecs.Application.CatalogImport.Names;

namespace FashionRecs.Application.Tests.CatalogImport.Names;

public sealed class PictureIndexTests
{
    [Theory]
    [InlineData("a.jpg", "a.jpg", "a.jpg")]
    [InlineData("IMG_01.jpg", "IMG_01.JPG", "IMG_01.JPG")] // Letter case.
    [InlineData("img_02.jpg", "IMG_02.jpg", "IMG_02.jpg")]
    [InlineData("cafe\u0301.jpg", "caf\u00e9.jpg", "caf\u00e9.jpg")] // Two ways to write an accent.
    [InlineData("herbst\\p2.jpg", "herbst/p2.jpg", "herbst/p2.jpg")]
    [InlineData("./a.jpg", "a.jpg", "a.jpg")]
    [InlineData("C:\\fotos\\herbst\\p1.jpg", "herbst/p1.jpg|sommer/p1.jpg", "herbst/p1.jpg")]
    [InlineData("C:\\fotos\\p1.jpg", "p1.jpg|p2.jpg", "p1.jpg")]
    [InlineData("\\\\server\\share\\p1.jpg", "share/p1.jpg|p2.jpg", "share/p1.jpg")]
    [InlineData("/m/h/mh01.jpg", "mh01.jpg|x.jpg", "mh01.jpg")]
    [InlineData("https://cdn.example.org/files/red.jpg?v=1", "red.jpg|blue.jpg", "red.jpg")]
    [InlineData("https://cdn.example.org/files/Rot%20kurz.jpg", "bilder/rot kurz.JPG|b.jpg", "bilder/rot kurz.JPG")]
    [InlineData("https://x.example/summer/1.jpg", "summer/1.jpg|winter/1.jpg", "summer/1.jpg")]
    [InlineData("a.jpg", "pictures/a.jpg|b.jpg", "pictures/a.jpg")] // The list says no folder.
    [InlineData("summer/1.jpg", "goods/summer/1.jpg|goods/winter/1.jpg", "goods/summer/1.jpg")] // One common top folder.
    [InlineData("SUMMER/1.JPG", "goods/summer/1.jpg|goods/winter/1.jpg", "goods/summer/1.jpg")]
    public void Find_WhatAPersonWouldCallTheSame_IsFound(string listed, string files, string expected) =>
        Assert.Equal(expected, Index(files).Find(listed).File?.Name);

    [Theory]
    [InlineData("summer/1.jpg", "winter/1.jpg", "there is no image 'summer/1.jpg'; there is 'winter/1.jpg'")]
    [InlineData("summer/1.jpg", "winter/1.jpg|1.jpg", "there is no image 'summer/1.jpg'")]
    [InlineData("a/summer/1.jpg", "b/summer/1.jpg|c/x.jpg", "there is no image 'a/summer/1.jpg'")]
    [InlineData("C:\\summer\\1.jpg", "winter/1.jpg|x.jpg", "there is no image")]
    [InlineData("Img.jpg", "IMG.jpg|img.jpg", "can be")]
    [InlineData("1.jpg", "summer/1.jpg|winter/1.jpg", "can be 'summer/1.jpg' or 'winter/1.jpg'")]
    [InlineData("https://x.example/1.jpg", "summer/1.jpg|winter/1.jpg", "can be")]
    [InlineData("a.jpeg", "a.jpg", "there is no image 'a.jpeg'; there is 'a.jpg'")]
    [InlineData("", "a.jpg", "there is no image")]
    [InlineData("https://", "a.jpg", "there is no image")]
    public void Find_AnotherPictureOrSeveral_IsRefusedAndSaysWhatIsNear(string listed, string files, string expected)
    {
        var match = Index(files).Find(listed);

        Assert.Null(match.File);
        Assert.Contains(expected, match.Refused);
    }

    [Fact]
    public void Find_NameThatTheListHasInSeveralFolders_IsNotTakenByItsLastPart()
    {
        var index = Index("1.jpg|x.jpg");

        Assert.NotNull(index.Find("C:\\summer\\1.jpg").File);
        Assert.Null(index.Find("C:\\summer\\1.jpg", name => name == "1.JPG").File);
    }

    [Fact]
    public void Find_TwoFilesOfOneName_TakesTheOneThatCanBeRead() => Assert.Null(
        new PictureIndex([CatalogImportFile.No("a.jpg", "broken"), new CatalogImportFile("a.jpg", _ => Task.FromResult<byte[]>([]))])
            .Find("a.jpg").File!.Refused);

    private static PictureIndex Index(string files) =>
        new(files.Split('|').Select(name => new CatalogImportFile(name, _ => Task.FromResult<byte[]>([]))));
}
