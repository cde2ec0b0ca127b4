using FashionRecs.Domain.Attributes;

namespace FashionRecs.Domain.Tests.Attributes;

public class ValueFamilyTests
{
    private const string Values =
        """[{"code":"Invisible","english":"-","chinese":"-","phrase":"-","invisible":true},{"code":"a","english":"A","chinese":"甲","phrase":"a"},{"code":"b","english":"B","chinese":"乙","phrase":"b"},{"code":"c","english":"C","chinese":"丙","phrase":"c"}]""";

    [Fact]
    public void Default_Shipped_JoinsVAndDeepV()
    {
        var family = AttributeVocabularyFile.Default.TryFind("neckline_design", "V Neckline")!.Family!;

        Assert.Equal("V-shaped neckline", family.Phrase);
        Assert.Equal(["Deep V Neckline", "V Neckline"], family.Values.Select(value => value.Code));
        Assert.Null(AttributeVocabularyFile.Default.TryFind("neckline_design", "Round Neckline")!.Family);
    }

    [Fact]
    public void Default_Shipped_NamesEveryFamilyInEveryLanguage() => Assert.All(
        AttributeVocabularyFile.Default.Attributes.SelectMany(attribute => attribute.Families),
        family => Assert.All((string[])[family.English, family.Chinese, family.Phrase], text => Assert.NotEqual("", text)));

    [Fact]
    public void Parse_NoFamilies_LeavesEachValueItsOwn()
    {
        var vocabulary = Parse("");

        Assert.Empty(vocabulary["x"].Families);
        Assert.All(vocabulary.Values, value => Assert.Null(value.Family));
    }

    [Theory]
    [InlineData("""{"code":"f","english":"F","chinese":"F","phrase":"f","values":["a"]}""", "needs at least two values")]
    [InlineData("""{"code":"f","english":"F","chinese":"F","phrase":"f","values":["a","z"]}""", "names 'z'")]
    [InlineData("""{"code":"f","english":"F","chinese":"F","phrase":"f","values":["a","Invisible"]}""", "names 'Invisible'")]
    [InlineData("""{"code":"b","english":"F","chinese":"F","phrase":"f","values":["a","c"]}""", "has 'b' twice")]
    [InlineData("""{"code":"f","english":"F","chinese":"F","phrase":"f","values":["a","b"]},{"code":"g","english":"F","chinese":"F","phrase":"f","values":["b","c"]}""", "names 'b'")]
    public void Parse_BrokenFamily_SaysWhatAndWhere(string family, string expected)
    {
        var exception = Assert.Throws<InvalidDataException>(() => Parse($""","families":[{family}]"""));

        Assert.Contains(expected, exception.Message);
    }

    private static AttributeVocabulary Parse(string families) => AttributeVocabularyFile.Parse(
        $$"""{"name":"x","version":1,"attributes":[{"code":"x","english":"X","chinese":"X","values":{{Values}}{{families}}}]}""",
        "words.json");
}
