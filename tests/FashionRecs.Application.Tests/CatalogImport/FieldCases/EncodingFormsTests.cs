using System.Text;

namespace FashionRecs.Application.Tests.CatalogImport.FieldCases;

public sealed class EncodingFormsTests
{
    static EncodingFormsTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("gb18030", "红色连衣裙", "羊毛大衣")]
    [InlineData("gb18030", "镕喆牌连衣裙", "白色棉质衬衫")]
    [InlineData("big5", "紅色連衣裙", "羊毛大衣")]
    [InlineData("shift_jis", "赤いワンピース", "コート")]
    [InlineData("euc-kr", "빨간 원피스", "양모 코트")]
    [InlineData("windows-1251", "Красное платье", "Пальто")]
    [InlineData("koi8-r", "Красное платье", "Пальто")]
    [InlineData("windows-1250", "Sukienka żółta", "Płaszcz wełniany")]
    [InlineData("windows-1250", "Šaty červené s potiskem květů", "Dámský kabát světlý")]
    [InlineData("windows-1252", "Robe d’été brodée à l’œillet, très légère", "Kleid grün, Größe M")]
    [InlineData("windows-1252", "Rød kjole på størrelse", "Vestido año niña ¿corto?")]
    [InlineData("windows-1252", "Prezzo così più bello", "Crème brûlée – 40 °C, £5")]
    [InlineData("macintosh", "Kleid grün, Größe M, schön", "Mantel für Damen")]
    [InlineData("ibm850", "Kleid grün, Größe M, schön", "Mantel für Damen")]
    [InlineData("utf-32", "Kleid grün", "红色连衣裙")]
    [InlineData("utf-16", "红色连衣裙", "羊毛大衣")]
    public void Rows_OldEncoding_IsFoundOutByItsLetters(string encoding, params string[] names)
    {
        var text = $"product;image;name\n{string.Join('\n', names.Select((name, at) => $"P{at};p{at}.jpg;{name}"))}\n";

        Assert.Equal(names, ListedFile.Rows(text, encoding: Encoding.GetEncoding(encoding)).Select(row => row.Facts.Name));
    }

    [Fact]
    public void Rows_Utf16WithoutMarkMostlyChinese_IsRead()
    {
        var name = string.Concat(Enumerable.Repeat("红色连衣裙", 20));

        var row = ListedFile.Row($"product,image,name\nA,a.jpg,{name}\n",
            encoding: new UnicodeEncoding(bigEndian: false, byteOrderMark: false));

        Assert.Equal(name, row.Facts.Name);
    }

    [Theory]
    [InlineData("商品编号,图片,名称,价格")]
    [InlineData("Référence,Image,Désignation,Prix")]
    [InlineData("Codice articolo,Immagine,Nome,Prezzo")]
    public void Rows_HeadingsInOtherLanguages_AreKnown(string header)
    {
        var row = ListedFile.Row($"{header}\nA,a.jpg,Coat,19.99\n");

        Assert.Equal((null, "A", "a.jpg", "Coat", 19.99m), (row.Refused, row.Facts.Id, row.Image, row.Facts.Name, row.Facts.Price));
    }
}
