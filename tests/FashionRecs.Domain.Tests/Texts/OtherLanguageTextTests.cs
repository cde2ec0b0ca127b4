namespace FashionRecs.Domain.Tests.Texts;

public class OtherLanguageTextTests
{
    [Theory]
    [InlineData("Kleid", "Kurzes, tailliertes Kleid mit V-Ausschnitt und langen Ärmeln.",
        "skirt_length: Short Length; neckline_design: V-Shaped; sleeve_length: Long")]
    [InlineData("Kleid", "Ärmelloses, knielanges Sommerkleid aus Baumwolle mit Rundhalsausschnitt.",
        "skirt_length: Knee Length; neckline_design: Round Neckline; sleeve_length: Sleeveless")]
    [InlineData("Bluse", "Bluse ohne Ärmel und mit einem Bubikragen.", "collar_design: Peter Pan; sleeve_length: Sleeveless")]
    [InlineData("Bluse", "Bluse mit a\u0308rmellosem Schnitt und mit Hemdkragen.",
        "collar_design: Shirt Collar; sleeve_length: Sleeveless")]
    [InlineData("Pullover", "Langarmshirt mit Rollkragen aus der neuen Serie.", "neck_design: Turtle Neck; sleeve_length: Long")]
    [InlineData("Hose", "Knöchellange Hose aus der neuen Serie mit Gürtel.", "pant_length: Cropped Pant")]
    [InlineData("Top", "Das ist kein V-Ausschnitt und es ist nicht schulterfrei.", "")]
    [InlineData("Hose", "Passt zu einer Bluse mit V-Ausschnitt und zu einem kurzen Rock.", "")]
    [InlineData("Top", "Top mit V-Ausschnitt hinten und einer Schleife.", "")]
    public void German_Text_IsRead(string type, string description, string expected) => Assert.Equal(expected, Said.By(type, description));

    [Theory]
    [InlineData("连衣裙", "女士V领长袖连衣裙", "neckline_design: V-Shaped; sleeve_length: Long")]
    [InlineData("连衣裙", "女士Ｖ领无袖连衣裙", "neckline_design: V-Shaped; sleeve_length: Sleeveless")]
    [InlineData("毛衣", "女士半高领毛衣，七分袖。", "neck_design: Low Turtle Neck; sleeve_length: 3/4 Sleeves")]
    [InlineData("毛衣", "女士深V领毛衣和短袖。", "neckline_design: Deep V Neckline; sleeve_length: Short")]
    [InlineData("上衣", "女士上衣，没有V领，没有袖子。", "sleeve_length: Sleeveless")]
    [InlineData("裤", "女士九分裤，搭配V领短袖上衣。", "pant_length: Cropped Pant")]
    public void Chinese_Text_IsRead(string type, string description, string expected) => Assert.Equal(expected, Said.By(type, description));

    [Theory]
    [InlineData("Robe courte en mousseline avec un décolleté V-neck et des manches longues, style off-shoulder.")]
    [InlineData("Vestido corto de punto con escote V-neck y manga larga. Sleeveless no.")]
    [InlineData("Sukienka z dzianiny w stylu off-shoulder, V-neck, bez podszewki.")]
    [InlineData("Mekko jossa on V-neck ja pitkät hihat, crew neck tai off-shoulder.")]
    [InlineData("Vネックの長袖ワンピースです。スタイルは crew neck。")]
    [InlineData("Платье с V-neck вырезом и длинными рукавами")]
    [InlineData("فستان قصير V-neck بأكمام طويلة")]
    [InlineData("שמלה קצרה עם V-neck ושרוולים ארוכים")]
    [InlineData("Gaun pendek berbahan satin bergaya V-neck dan lengan panjang untuk pesta malam hari")]
    public void Text_InALanguageWithoutWords_SaysNothing(string description)
    {
        Assert.Equal("", Said.By("Dress", description));
        Assert.Null(Said.Reader.LanguageOf("", description));
    }

    [Fact]
    public void Text_Empty_SaysNothing()
    {
        Assert.Empty(Said.Reader.Read(null, null, null));
        Assert.Empty(Said.Reader.Read("", "Dress", " "));
    }
}
