using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Search;

namespace FashionRecs.Domain.Tests.Search;

public class QueryReaderTests
{
    private static readonly QueryReader Reader = new(new SearchLexicon(AttributeVocabularyFile.Default, SearchWordsFile.Default));

    [Theory]
    [InlineData("v neck black dress under 40", "neckline_design:V-Shaped; black; dress; ..40")]
    [InlineData("dress black v-neck", "dress; black; neckline_design:V-Shaped")]
    [InlineData("neckline round", "neckline_design:Round Neckline")]
    [InlineData("short dress with long sleeves", "skirt_length:Short Length; dress; sleeve_length:Long")]
    [InlineData("long puff sleeves", "sleeve_length:Long; \"puff\"")]
    [InlineData("midi skirt", "skirt_length:Midi Length; skirt")]
    [InlineData("tshirts", "t-shirt")]
    [InlineData("shirt dress", "\"shirt\"; dress")]
    [InlineData("linen blouse", "linen; blouse")]
    [InlineData("sleeve v", "\"sleeve\"; neckline_design:V-Shaped")]
    [InlineData("schwarzes Kleid ohne Ärmel", "black; dress; sleeve_length:Sleeveless")]
    [InlineData("aermelloses Kleid", "sleeve_length:Sleeveless; dress")]
    [InlineData("Rollkragenpullover", "neck_design:Turtle Neck neck_design:Low Turtle Neck; sweater")]
    [InlineData("hellgraue Kurzarmbluse", "light grey; sleeve_length:Short; blouse")]
    [InlineData("Minirock", "skirt_length:Short Length; skirt")]
    [InlineData("黑色V领连衣裙100以下", "black; neckline_design:V-Shaped; dress; ..100")]
    [InlineData("V领 black Kleid", "neckline_design:V-Shaped; black; dress")]
    [InlineData("dress not black or red", "dress; !black; !red")]
    [InlineData("dress -black", "dress; !black")]
    [InlineData("denim shorts", "denim; shorts")]
    [InlineData("dress dress dress", "dress")]
    [InlineData("skirt no stripes", "skirt; !stripe")]
    public void Read_Words_MeanWhatShoppersMean(string query, string meant) => Assert.Equal(meant, Said(query));

    [Theory]
    [InlineData("under 40", "..40")]
    [InlineData("up to €40", "..40")]
    [InlineData("39,90€ or less", "..39.90")]
    [InlineData("over 20.50", "20.50..")]
    [InlineData("between 20 and 40", "20..40")]
    [InlineData("20-40", "20..40")]
    [InlineData("€20–€40", "20..40")]
    [InlineData("zwischen 20 und 40 Euro", "20..40")]
    [InlineData("von 20 bis 40", "20..40")]
    [InlineData("unter 40", "..40")]
    [InlineData("ab 40", "40..")]
    [InlineData("40以下", "..40")]
    [InlineData("100到200元", "100..200")]
    [InlineData("around 50", "40.0..60.0")]
    [InlineData("40eur", "..40")]
    [InlineData("3/4 sleeves", "sleeve_length:3/4 Sleeves")]
    [InlineData("size 38", "\"size\"; \"38\"")]
    [InlineData("under", "\"under\"")]
    [InlineData("99999999999999999999 under 99999999999999999999", "\"99999999999999999999\"; \"under\"; \"99999999999999999999\"")]
    public void Read_Prices_AreRangesInAnyLanguage(string query, string meant) => Assert.Equal(meant, Said(query));

    [Theory]
    [InlineData("swaeter", "sweater~sweater")]
    [InlineData("sweter", "sweater~sweater")]
    [InlineData("dres", "dress~dress")]
    [InlineData("blause", "blouse~blouse")]
    [InlineData("gery", "grey~grey")]
    [InlineData("turtelneck", "neck_design:Turtle Neck neck_design:Low Turtle Neck~turtleneck")]
    [InlineData("coal", "\"coal\"")]
    [InlineData("tpo", "\"tpo\"")]
    public void Read_Misspelled_IsCorrectedWhereItIsLikely(string query, string meant) => Assert.Equal(meant, Said(query));

    [Fact]
    public void Read_WordOfTheShop_IsNotTakenForAnother() =>
        Assert.Equal("\"skort\"", string.Join("; ", Reader.Read("skort", new Shop("skort")).Select(Said)));

    [Theory]
    [InlineData("")]
    [InlineData("!!! \" ( AND * ? [ ~ \\")]
    [InlineData("\uD83D\uDE00\uD83D")]
    [InlineData("the a of")]
    public void Read_NothingToAskFor_IsNothing(string query) =>
        Assert.DoesNotContain(Reader.Read(query, new Shop()), part => part.Kind != SearchKind.Word);

    [Fact]
    public void Read_FourThousandWords_ReadsTheFirst()
    {
        var parts = Reader.Read(string.Join(' ', Enumerable.Repeat("black dress without v neck under 40 swaeter", 500)), new Shop());

        Assert.InRange(parts.Count, 6, 48);
    }

    private static string Said(string query) => string.Join("; ", Reader.Read(query, new Shop("puff", "sleeve")).Select(Said));

    private static string Said(QueryPart part) => (part.IsDenied ? "!" : "") + part.Kind switch
    {
        SearchKind.Price => FormattableString.Invariant($"{part.From}..{part.To}"),
        SearchKind.Value => string.Join(' ', part.Values[0].Family is { } family && family.Values.SequenceEqual(part.Values)
            ? [family.FullCode()] : part.Values.Select(value => value.FullCode())),
        _ => part.Concepts.Count > 0 ? part.Concepts[0].Code : $"\"{part.Text}\"",
    } + (part.Corrected is { } corrected ? $"~{corrected}" : "");

    private sealed class Shop(params string[] words) : IShopWords
    {
        public bool Has(string word) => words.Contains(word);

        public bool HasBeginning(string beginning) => false;

        public string? Nearest(string word) => null;
    }
}
