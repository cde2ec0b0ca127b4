using FashionRecs.Domain.Embedding;
using FashionRecs.Tests;

namespace FashionRecs.Domain.Tests.Embedding;

public class WordSpaceFileTests
{
    [Fact]
    public void Load_SavedSpace_HasItsNumbersToAByte()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("words.json");
        var embedding = new JointEmbedding([0.5f, 0], [[1, 0], [0, 2]], new Dictionary<string, float[]>());
        WordSpaceFile.Of("f", "four products", embedding, [new VisibleTerm("lace", [0.6f, -0.8f], 2, -1, 0.25)]).Save(path);

        var space = WordSpaceFile.Load(path);

        Assert.Equal(("f", "four products"), (space.Fingerprint, space.Source));
        var lace = space.Terms["lace"];
        Assert.Equal((2, -1, 0.25), (lace.Slope, lace.Constant, lace.Rate));
        Assert.Equal(0.6f, lace.Direction[0], 1 / 254f);
        Assert.Equal(-0.8f, lace.Direction[1], 1 / 254f);
        // (1 − ½, 1) through the map is (½, 2), of length 1 (0.2425, 0.9701).
        Assert.Equal([0.2425f, 0.9701f], space.Embedding.Place([1, 1]).Select(number => MathF.Round(number, 4)));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("not json")]
    [InlineData("""{"fingerprint":"f","source":"s","mean":"AAA=","rows":["AAAAAA=="],"terms":[]}""")]
    public void Load_DamagedFile_IsRefused(string text)
    {
        using var folder = new TemporaryFolder();

        Assert.Throws<InvalidDataException>(() => WordSpaceFile.Load(folder.Write("words.json", text)));
    }
}
