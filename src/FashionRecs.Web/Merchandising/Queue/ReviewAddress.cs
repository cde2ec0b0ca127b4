using System.Globalization;
using FashionRecs.Application.Review.Queue;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using Microsoft.AspNetCore.WebUtilities;

namespace FashionRecs.Web.Merchandising.Queue;

/// <summary>A queue's filter as an address: links, Back and bookmarks keep it.</summary>
public static class ReviewAddress
{
    /// <summary>So many single products fit into an address that every server takes.</summary>
    public const int MostChosen = 200;

    /// <summary>Reads the filter; what makes no sense is left out.</summary>
    public static ReviewFilter Read(Uri address, AttributeVocabulary vocabulary)
    {
        string Text(string name) => ReviewAddress.Text(address, name);
        T Choice<T>(string name)
            where T : struct,
            Enum => Enum.TryParse<T>(Text(name), ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : default;
        var attribute = vocabulary.TryFind(Text("attribute"));
        // A form says "attribute:value", since it offers the values of all attributes.
        var value = Text("value").Split(':', 2) is [var axis, var code] ? vocabulary.TryFind(axis, code) : attribute is null ? null
            : vocabulary.TryFind(attribute.Code, Text("value"));
        value = attribute is null || value?.Attribute == attribute ? value : null;
        return new ReviewFilter
        {
            Attribute = attribute ?? value?.Attribute,
            Value = value,
            Source = Text("source") switch { "predicted" => TagSource.Predicted, "reviewed" => TagSource.Reviewed, _ => null },
            State = Choice<ReviewState>("state"),
            Person = Text("person") is { Length: > 0 } person ? person : null,
            Words = Short("q"),
            Import = Guid.TryParse(Text("import"), out var import) ? import : null,
            From = Day("from"), Until = Day("until"), Type = Short("type"), Colour = Short("colour"), Section = Short("section"),
            Least = Amount("least"), Most = Amount("most"),
            Only = string.Join('\n', Texts(address, "only").Where(id => id.Length is > 0 and <= 200).Distinct().Take(MostChosen)),
            Order = Choice<ReviewOrder>("order"),
            Reversed = Text("way") == "back",
        };

        string Short(string name) => Text(name) is { Length: <= 100 } text ? text : "";
        DateOnly? Day(string name) =>
            DateOnly.TryParseExact(Text(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        decimal? Amount(string name) =>
            decimal.TryParse(Text(name), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) ? amount : null;
    }

    /// <summary>
    /// Reads the filter, and says what of it was left out because it asks for an attribute or a value that there is not; null where nothing
    /// was.
    /// </summary>
    public static (ReviewFilter Filter, string? Trouble) Judge(Uri address, AttributeVocabulary vocabulary)
    {
        var filter = Read(address, vocabulary);
        var (attribute, value) = (Text(address, "attribute"), Text(address, "value"));
        var known = attribute.Length == 0 || vocabulary.TryFind(attribute) is not null;
        var other = value.Split(':', 2) is [var axis, var code] ? vocabulary.TryFind(axis, code) : null;
        return (filter, !known ? $"There is no attribute “{attribute}”; the filter without it shows more than was asked for."
            : value.Length == 0 || filter.Value is not null ? null
            : other is not null
                ? $"“{other.English}” is a value of {other.Attribute.English}, not of {filter.Attribute!.English}; the filter without it "
                    + $"shows more than was asked for."
            : $"There is no value “{value}”; the filter without it shows more than was asked for.");
    }

    /// <summary>The page of the list, from 1.</summary>
    public static int PageOf(Uri address) =>
        QueryHelpers.ParseQuery(address.Query).TryGetValue("page", out var text)
            && int.TryParse(text, CultureInfo.InvariantCulture, out var page) && page is > 0 and < 100_000 ? page : 1;

    /// <summary>The filter's part of an address, without the question mark; empty for the usual queue.</summary>
    public static string Query(ReviewFilter filter)
    {
        var parts = new List<(string Name, string? Value)>
        {
            ("attribute", filter.Attribute?.Code), ("value", filter.Value?.Code), ("source", filter.Source?.ToString().ToLowerInvariant()),
            ("state", filter.State == default ? null : filter.State.ToString().ToLowerInvariant()), ("person", filter.Person),
            ("q", filter.Words),
            ("import", filter.Import?.ToString()), ("from", filter.From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("until", filter.Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("type", filter.Type), ("colour", filter.Colour), ("section", filter.Section),
            ("least", filter.Least?.ToString(CultureInfo.InvariantCulture)), ("most", filter.Most?.ToString(CultureInfo.InvariantCulture)),
            ("order", filter.Order == default ? null : filter.Order.ToString().ToLowerInvariant()),
            ("way", filter.Reversed ? "back" : null),
        };
        parts.AddRange(filter.Only.Split('\n').Select(id => ("only", (string?)id)));
        return string.Join('&',
            parts.Where(part => part.Value is { Length: > 0 }).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}"));
    }

    /// <summary>One word of an address; empty where it is not there.</summary>
    private static string Text(Uri address, string name) =>
        QueryHelpers.ParseQuery(address.Query).TryGetValue(name, out var values) ? values.ToString().Trim() : "";

    private static IEnumerable<string> Texts(Uri address, string name) =>
        QueryHelpers.ParseQuery(address.Query).TryGetValue(name, out var values) ? values.OfType<string>() : [];

    /// <summary>A page with a filter.</summary>
    public static string Of(string path, ReviewFilter filter) => Query(filter) is { Length: > 0 } query ? $"{path}?{query}" : path;

    /// <summary>The review screen of a product within a queue.</summary>
    public static string Of(string product, ReviewFilter filter, bool review) =>
        Of(review ? $"/merchandising/review/{Uri.EscapeDataString(product)}" : product, filter);
}
