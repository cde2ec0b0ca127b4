using CsCheck;
using FashionRecs.Application.CatalogImport.Prices;

namespace FashionRecs.Application.Tests.CatalogImport.Prices;

public sealed class PriceTextTests
{
    [Theory]
    [InlineData("1.299,00 €", 1299, "EUR")]
    [InlineData("19.99 EUR", 19.99, "EUR")]
    [InlineData("$1,299.00", 1299, "USD")]
    [InlineData("19,99", 19.99, null)]
    [InlineData("1 299,00", 1299, null)]
    [InlineData("1\u202F299,00\u00A0€", 1299, "EUR")]
    [InlineData("CHF 1'299.–", 1299, "CHF")]
    [InlineData("CHF 1’299.50", 1299.5, "CHF")]
    [InlineData("£5", 5, "GBP")]
    [InlineData("5,--", 5, null)]
    [InlineData("1.299.000", 1299000, null)]
    [InlineData("1,234,567.8", 1234567.8, null)]
    [InlineData("49.000000", 49, null)]
    [InlineData("0.990", 0.99, null)]
    [InlineData("1299.990", 1299.99, null)]
    [InlineData("€ 12 EUR", 12, "EUR")]
    [InlineData("0", 0, null)]
    [InlineData("  10 zł ", 10, "PLN")]
    [InlineData("007", 7, null)]
    public void Read_AsPeopleWriteIt_IsTheAmount(string text, double amount, string? currency) =>
        Assert.Equal(new PriceText((decimal)amount, currency), PriceText.Read(text));

    [Theory]
    [InlineData("1.299", "can mean 1299")]
    [InlineData("1,299", "can mean 1299")]
    [InlineData("19.990", "can mean 19990")]
    [InlineData("$1,299", "can mean 1299")]
    [InlineData("0.999", "more than two decimals")]
    [InlineData("19.999999", "more than two decimals")]
    [InlineData("1,299.005", "more than two decimals")]
    [InlineData("1e3", "not a number")]
    [InlineData("1e27", "not a number")]
    [InlineData("1E+3", "not a number")]
    [InlineData("-0", "negative")]
    [InlineData("-5 €", "negative")]
    [InlineData("€ -5", "negative")]
    [InlineData("−5", "negative")]
    [InlineData("NaN", "not a number")]
    [InlineData("Infinity", "not a number")]
    [InlineData("∞", "not a number")]
    [InlineData("dear", "not a number")]
    [InlineData("10-20", "not a number")]
    [InlineData("from 10", "not a number")]
    [InlineData("10 EUR 5", "not a number")]
    [InlineData("1.29.00", "not in groups of three")]
    [InlineData("1 29", "not in groups of three")]
    [InlineData("12.345.67", "not in groups of three")]
    [InlineData(".,5", "not a number")]
    [InlineData("$5 EUR", "two currencies")]
    [InlineData("99999999999", "above")]
    [InlineData("1000000000000000000000000000", "no price")]
    [InlineData("١٢", "not a number")]
    [InlineData("0x10", "not a number")]
    [InlineData("(5)", "not a number")]
    [InlineData("5%", "not a number")]
    public void Read_NoPriceOrTwoMeanings_IsRefusedWithTheText(string text, string why)
    {
        var error = Assert.Throws<InvalidDataException>(() => PriceText.Read(text));

        Assert.Contains(why, error.Message);
        Assert.Contains(text.Trim(), error.Message);
    }

    [Fact]
    public void Read_AnyText_IsAPriceOrOneSentence() => Gen.String[Gen.Char["0123456789.,' -–e€$£CHFEUR\u00A0NaN+٣\0\uD800"], 0, 45].Sample(
        text =>
        {
            try
            {
                var price = PriceText.Read(text);
                Assert.InRange(price.Amount, 0, PriceText.Most);
                Assert.Equal(price.Amount, Math.Round(price.Amount, 2));
            }
            catch (InvalidDataException exception)
            {
                Assert.StartsWith("the price '", exception.Message, StringComparison.Ordinal);
            }
        },
        iter: 20_000, seed: "0N0XIzNsQ0O2");

    [Fact]
    public void Read_AmountWrittenInFiveWays_IsTheSameAmount() => Gen.Int[0, 999_999_999].Sample(
        cents =>
        {
            var (whole, part) = (cents / 100, cents % 100);
            string Grouped(string mark) => whole.ToString("N0", System.Globalization.CultureInfo.InvariantCulture).Replace(",", mark);
            foreach (var text in new[] { $"{whole}.{part:00}", $"{whole},{part:00}", $"{Grouped(".")},{part:00} €",
                $"${Grouped(",")}.{part:00}", $"CHF {Grouped("'")}.{part:00}", $"{Grouped(" ")},{part:00}" })
            {
                Assert.Equal(cents / 100m, PriceText.Read(text).Amount);
            }
        },
        iter: 2_000, seed: "0N0XIzNsQ0O2");

    [Theory]
    [InlineData("€", "EUR", true)]
    [InlineData("€", null, true)]
    [InlineData("€", "USD", false)]
    [InlineData("$", "CAD", true)]
    [InlineData("CHF", "EUR", false)]
    [InlineData("kr", "DKK", true)]
    [InlineData("", "USD", true)]
    public void Matches_CurrencyOfAShop_IsItsOwnAlone(string sign, string? named, bool expected) =>
        Assert.Equal(expected, new ShopCurrency(sign).Matches(named));
}
