using System.Globalization;
using CsCheck;
using FashionRecs.Application.CatalogImport.Prices;

namespace FashionRecs.Application.Tests.CatalogImport.FieldCases;

public sealed class PriceFormsTests
{
    [Theory]
    [InlineData("1.299,00 €", "1299.00", "EUR")]
    [InlineData("19.99 EUR", "19.99", "EUR")]
    [InlineData("EUR 19,99", "19.99", "EUR")]
    [InlineData("$1,299.00", "1299.00", "USD")]
    [InlineData("19,99", "19.99", null)]
    [InlineData("19,9", "19.9", null)]
    [InlineData("1\u00A0299,00", "1299.00", null)]
    [InlineData("1\u202F299,00 €", "1299.00", "EUR")]
    [InlineData("CHF 1'299.–", "1299", "CHF")]
    [InlineData("CHF 1’299.50", "1299.50", "CHF")]
    [InlineData("£5", "5", "GBP")]
    [InlineData("1,234,567.89", "1234567.89", null)]
    [InlineData("19.9900", "19.99", null)]
    [InlineData("€ 12,-", "12", "EUR")]
    [InlineData("12,-- €", "12", "EUR")]
    [InlineData("1.299,-", "1299", null)]
    [InlineData("1.299,– €", "1299", "EUR")]
    [InlineData("$ 1,299.-", "1299", "USD")]
    [InlineData("¥1,299", "1299", "JPY")]
    [InlineData("12.345,6", "12345.6", null)]
    [InlineData("0", "0", null)]
    public void Read_FormPeopleWrite_IsTheAmountMeant(string text, string amount, string? currency)
    {
        var price = PriceText.Read(text);

        Assert.Equal(decimal.Parse(amount, CultureInfo.InvariantCulture), price.Amount);
        Assert.Equal(currency, price.Currency);
    }

    [Theory]
    [InlineData("1.299")]
    [InlineData("1,299")]
    [InlineData("1,234")]
    [InlineData("12€50")]
    [InlineData("12.")]
    [InlineData("5 €/piece")]
    [InlineData("12.500 €")]
    [InlineData("€ 1,299")]
    [InlineData("0.999")]
    [InlineData("0,999")]
    [InlineData("19.999999")]
    [InlineData("1e3")]
    [InlineData("1E3")]
    [InlineData("1e27")]
    [InlineData("-0")]
    [InlineData("-5")]
    [InlineData("−5")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("∞")]
    [InlineData("0x10")]
    [InlineData("1,29,9")]
    [InlineData("1.2.3")]
    [InlineData("1.299.00")]
    [InlineData("19.99-29.99")]
    [InlineData("from 19.99")]
    [InlineData("19.99 EUR USD")]
    [InlineData("$19.99 EUR")]
    [InlineData("١٩")]
    [InlineData("99999999999999999999999999999")]
    public void Read_FormThatMeansSeveralOrNone_IsRefusedWithItsText(string text) =>
        Assert.Contains(text[..Math.Min(text.Length, 20)], Assert.Throws<InvalidDataException>(() => PriceText.Read(text)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Read_AnyText_ThrowsNothingButItsOwnError() =>
        Gen.OneOf(Gen.String, Gen.Char["0123456789.,' -€$eE+\u00A0CHF–"].Array[0, 45].Select(letters => new string(letters))).Sample(
            text =>
            {
                try
                {
                    Assert.InRange(PriceText.Read(text).Amount, 0, PriceText.Most);
                }
                catch (InvalidDataException)
                {
                }
            });

    [Fact]
    public void Read_AmountWithTwoDecimals_ComesBackInEveryHabit() =>
        Gen.Int[0, 99_999_999].Sample(
            cents =>
            {
                var amount = cents / 100m;
                foreach (var (group, point) in new[] { (",", "."), (".", ","), (" ", ","), ("\u202F", ","), ("’", ".") })
                {
                    var habit = new NumberFormatInfo { NumberGroupSeparator = group, NumberDecimalSeparator = point };
                    Assert.Equal(amount, PriceText.Read(amount.ToString("N2", habit)).Amount);
                }
            });

    [Theory]
    [InlineData("1.299", "1.299")]
    [InlineData("1e3", "1e3")]
    [InlineData("0.999", "0.999")]
    public void Rows_PriceThatCannotBeSure_IsRefusedWithLineAndValue(string price, string said)
    {
        var rows = ListedFile.Rows($"product,image,name,price\nA,a.jpg,Coat,5\nB,b.jpg,Dress,{price}\n");

        Assert.Equal((null, 5m), (rows[0].Refused, rows[0].Facts.Price));
        Assert.Equal(3, rows[1].Line);
        Assert.Contains(said, rows[1].Refused, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_AnotherCurrency_SaysSoAndTakesNoPrice()
    {
        var row = ListedFile.Row("product,image,name,price\nA,a.jpg,Coat,5.00 USD\n");

        Assert.NotEqual(5m, row.Facts.Price);
        Assert.Contains("USD", row.Refused ?? row.Note, StringComparison.Ordinal);
    }
}
