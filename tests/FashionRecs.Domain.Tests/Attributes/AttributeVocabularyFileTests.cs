using FashionRecs.Domain.Attributes;

namespace FashionRecs.Domain.Tests.Attributes;

public class AttributeVocabularyFileTests
{
    private static readonly AttributeVocabulary Shipped = AttributeVocabularyFile.Default;

    [Fact]
    public void Default_Shipped_HasFashionAisAttributesAndValues()
    {
        Assert.Equal(8, Shipped.Attributes.Count);
        Assert.Equal(54, Shipped.Values.Count);
        Assert.Equal(["skirt_length", "coat_length", "pant_length", "sleeve_length"],
            Shipped.Attributes.Where(a => a.IsLength).Select(a => a.Code)
            .OrderBy(c => c == "skirt_length" ? 0 : c == "coat_length" ? 1 : c == "pant_length" ? 2 : 3));
        Assert.Equal("V-neckline", Shipped.TryFind("neckline_design", "V Neckline")!.Phrase);
        Assert.All(Shipped.Attributes, attribute => Assert.Equal("Invisible", attribute.Invisible.Code));
        Assert.All(Shipped.Values,
            value =>
            Assert.False(string.IsNullOrWhiteSpace(value.English) || string.IsNullOrWhiteSpace(value.Chinese)
            || string.IsNullOrWhiteSpace(value.Phrase)));
    }

    [Fact]
    public void Values_InOrder_CarryTheirPlaces()
    {
        for (var i = 0; i < Shipped.Values.Count; i++)
        {
            var value = Shipped.Values[i];
            Assert.Equal(i, value.Index);
            Assert.Equal(value.Attribute.Start + value.Position, i);
            Assert.Same(value, value.Attribute.Values[value.Position]);
        }
    }

    [Theory]
    [InlineData("skirt_length", "Floor Length", "a floor-length skirt")]
    [InlineData("coat_length", "Ankle&Floor Length", "an ankle-length coat")]
    [InlineData("neckline_design", "One Shoulder Neckline", "a one-shoulder neckline")]
    [InlineData("sleeve_length", "Long Sleeves", "long sleeves")]
    public void PhraseWithArticle_Value_IsFitToFollowWith(string attribute, string code, string expected) =>
        Assert.Equal(expected, Shipped.TryFind(attribute, code)!.PhraseWithArticle);

    [Fact]
    public void Indexer_UnknownAttribute_NamesItAndTheKnownOnes()
    {
        var exception = Assert.Throws<KeyNotFoundException>(() => Shipped["heel_height"]);
        Assert.Contains("no attribute 'heel_height'; it has skirt_length, coat_length", exception.Message);
    }

    [Fact]
    public void Parse_LanguageWithoutWords_IsSaidInEnglish()
    {
        var read = AttributeVocabularyFile.Parse(
            """{"name":"x","version":1,"attributes":[{"code":"a","english":"A","chinese":"甲","words":{"de":null,"zh":null},"values":[{"code":"b","english":"B","chinese":"乙","phrase":"b","invisible":true,"words":{"zh":null}}]}]}""", "words.json");

        Assert.Equal("A", read["a"].Words["de"].Name);
        Assert.Equal("甲", read["a"].Words["zh"].Name);
        Assert.Equal("乙", read["a"].Values[0].Words["zh"].Name);
    }

    [Theory]
    [InlineData("""{"name":"x","version":1,"attributes":[]}""", "it has no attributes")]
    [InlineData("""{"name":"x","version":1,"attributes":[{"code":"a","english":"A","chinese":"甲","values":[{"code":"b","english":"B","chinese":"乙","phrase":"b"}]}]}""", "exactly one value as invisible")]
    [InlineData("""{"name":"x","version":1,"attributes":[{"code":"a","english":"A","chinese":"甲","values":[{"code":"b","english":"B","chinese":"乙","phrase":"b","invisible":true},{"code":"b","english":"B","chinese":"乙","phrase":"b"}]}]}""", "the value 'b' twice")]
    [InlineData("""{"name":"x","version":1,"attributes":[{"code":"a"}]}""", "line 1")]
    [InlineData("{", "line 1")]
    public void Parse_BrokenFile_SaysWhatAndWhere(string json, string expected)
    {
        var exception = Assert.Throws<InvalidDataException>(() => AttributeVocabularyFile.Parse(json, "words.json"));
        Assert.Contains("'words.json' is not valid", exception.Message);
        Assert.Contains(expected, exception.Message);
    }

    [Fact]
    public void Parse_AnotherDomain_NeedsNoOtherCode()
    {
        var shoes = AttributeVocabularyFile.Parse(
            """{"name":"shoes","version":3,"attributes":[{"code":"heel","english":"Heel","chinese":"跟","isLength":true,"values":[{"code":"None","english":"Not shown","chinese":"无","phrase":"no heel","invisible":true},{"code":"Flat","english":"Flat","chinese":"平","phrase":"flat heel"}]}]}""", "shoes.json");

        Assert.Equal(["Flat"], shoes["heel"].VisibleValues.Select(value => value.Code));
    }

    [Fact]
    public void Load_MissingFile_NamesIt()
    {
        var exception = Assert.Throws<InvalidDataException>(() => AttributeVocabularyFile.Load("gone.json"));
        Assert.Contains("'gone.json' cannot be read", exception.Message);
    }
}
