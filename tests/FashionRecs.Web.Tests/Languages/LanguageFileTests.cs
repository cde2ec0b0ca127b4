using System.Text.RegularExpressions;
using System.Xml.Linq;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Search;
using FashionRecs.Web.Languages;

namespace FashionRecs.Web.Tests.Languages;

/// <summary>Each language says all that English says, and has a word of its own for it.</summary>
public partial class LanguageFileTests
{
    private static readonly Dictionary<string, string> English = Texts("");

    /// <summary>What is the same in another language: names, and words that were taken over.</summary>
    private static readonly string[] TheSame = ["(price)", "(thousands)", "(decimal point)", "{0}, {1}", "“{0}”",
        "Code", "Name", "Passkeys", "Shop"];

    public static TheoryData<string> Languages =>
        [.. new ShopLanguages().All.Select(language => language.Code).Where(code => code != "en")];

    [Fact]
    public void Languages_ThatShip_AreFoundByTheirFiles() =>
        Assert.Equal(["en", "de", "zh"], new ShopLanguages().All.Select(language => language.Code));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Texts_OfALanguage_AreThoseOfEnglish(string language)
    {
        var own = Texts("." + language);

        Assert.Equal([], English.Keys.Except(own.Keys).Order());
        Assert.Equal([], own.Keys.Except(English.Keys).Order());
        Assert.Equal([], own.Where(text => text.Value == English[text.Key]).Select(text => text.Key).Except(TheSame).Order());
        Assert.Equal([], own.Where(text => text.Key != "(price)" && !Gaps(text.Value).SequenceEqual(Gaps(English[text.Key])))
            .Select(text => text.Key).Order());
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Vocabulary_InALanguage_SaysEveryValueFamilyAndAttributeInItsOwnWords(string language)
    {
        foreach (var attribute in AttributeVocabularyFile.Default.Attributes)
        {
            Assert.NotEqual(attribute.English, attribute.In(language).Name);
            Assert.All(attribute.VisibleValues, value => AssertSpoken(value.In("en"), value.In(language)));
            Assert.All(attribute.Families, family => AssertSpoken(family.In("en"), family.In(language)));
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Catalog_TypesColoursAndPatterns_HaveANameInTheLanguage(string language)
    {
        var words = SearchWordsFile.Default;

        Assert.All(words.Types.Concat(words.Colours).Concat(words.Patterns), concept => Assert.Contains(language, concept.Names.Keys));
    }

    [Fact]
    public void Reasons_InGerman_StandInTheGenitive() => Assert.All(
        AttributeVocabularyFile.Default.Attributes.SelectMany(attribute => attribute.VisibleValues),
        value => Assert.Matches("^(des|der) ", value.In("de").Because));

    [Fact]
    public void Text_InALanguageThatLacksIt_IsSaidInEnglish()
    {
        var unknown = new ShopLanguage("xx");

        Assert.Equal("Undo", unknown.Text("Undo"));
        Assert.Equal("€1.50", unknown.Price("€", 1.5m, "0.00"));
        Assert.Equal("V-neckline", AttributeVocabularyFile.Default.TryFind("neckline_design", "V Neckline")!.In("xx").Because);
    }

    private static void AssertSpoken(SpokenWords english, SpokenWords own)
    {
        string[] words = [own.Name, own.Phrase, own.With, own.Because];
        Assert.All(words, word => Assert.False(string.IsNullOrWhiteSpace(word)));
        // "Shorts" is said in German, too.
        Assert.All(words.Skip(1), word => Assert.DoesNotContain(word, new[] { english.Phrase, english.With }));
    }

    internal static Dictionary<string, string> Texts(string language) => XDocument
        .Load(Path.Combine(Sources.Web, "Shop", $"ShopTexts{language}.resx"))
        .Descendants("data").ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    private static IEnumerable<string> Gaps(string text) => Gap().Matches(text).Select(gap => gap.Value).Order();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Gap();
}
