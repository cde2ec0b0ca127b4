using System.Globalization;
using System.Resources;
using FashionRecs.Web.Shop;

namespace FashionRecs.Web.Languages;

/// <summary>
/// A language that shoppers can read the shop in, with its ways of writing numbers, prices and dates. They stand in its file of texts, so
/// that a language is one file and needs no library of the operating system. Immutable and safe to share between threads.
/// </summary>
public sealed class ShopLanguage
{
    /// <summary>What a text is said in that no other language has.</summary>
    public static readonly ShopLanguage English = new("en");

    private static readonly ResourceManager Resources = new(typeof(ShopTexts).FullName!, typeof(ShopTexts).Assembly);

    private readonly CultureInfo culture;
    private readonly Lazy<CultureInfo> numbers;

    /// <summary>A language; one without a file of texts says everything in English.</summary>
    /// <param name="code">Its code.</param>
    public ShopLanguage(string code)
    {
        Code = code;
        // The texts without a language in their name are English.
        culture = code == "en" ? CultureInfo.InvariantCulture : new CultureInfo(code);
        numbers = new(() =>
        {
            var written = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            written.NumberFormat.NumberDecimalSeparator = Text("(decimal point)") ?? ".";
            written.NumberFormat.NumberGroupSeparator = Text("(thousands)") ?? ",";
            return written;
        });
    }

    /// <summary>Its code (ISO 639), such as "de".</summary>
    public string Code { get; }

    /// <summary>What its speakers call it, such as "Deutsch".</summary>
    public string Name => Text("(name of the language)") ?? Code;

    /// <summary>A text, said in English where the language lacks it; null where no language has it.</summary>
    public string? Text(string key) => Resources.GetString(key, culture);

    /// <summary>A text with its gaps filled; numbers are written as the language writes them.</summary>
    public string Format(string text, params object[] gaps) => string.Format(numbers.Value, text, gaps);

    /// <summary>A number as it is written, for example "1,234.5" or "1.234,5".</summary>
    /// <param name="number">The number.</param>
    /// <param name="format">As of <see cref="decimal.ToString(string)"/>.</param>
    public string Number(decimal number, string format) => number.ToString(format, numbers.Value);

    /// <summary>A day as it is written, for example "5 Nov 2026" or "5.11.2026".</summary>
    public string Day(DateTimeOffset at) => at.ToString(Text("(day)"), CultureInfo.InvariantCulture);

    /// <summary>A price as it is written, for example "€24.50" or "24,50 €".</summary>
    /// <param name="sign">The sign of the currency, or its code with a space behind it.</param>
    /// <param name="price">The price.</param>
    /// <param name="format">As of <see cref="decimal.ToString(string)"/>.</param>
    public string Price(string sign, decimal price, string format) =>
        string.Format(CultureInfo.InvariantCulture, Text("(price)") ?? "{0}{1}", sign, Number(price, format)).Trim('\u00A0');
}
