using System.Collections.Frozen;

namespace FashionRecs.Application.CatalogImport.Lists;

/// <summary>Which column of a list holds what. Immutable.</summary>
public sealed class ListColumns
{
    private readonly Dictionary<string, int> byHeading = new(StringComparer.Ordinal);
    private readonly IReadOnlyDictionary<ListField, int> places;
    private readonly int[] furtherPictures;

    /// <summary>What programs write where they know nothing. Of a price it is no word for nothing, but for no price.</summary>
    private static readonly FrozenSet<string> Nothing = new[]
    {
        "(null)", "(NULL)", "[null]", "[NULL]", "<null>", "<NULL>", "nil", "none", "None", "NONE", "undefined", "nan", "NaN", "n/a", "N/A",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What a spreadsheet shows where a formula has failed.</summary>
    private static readonly FrozenSet<string> Errors = new[] { "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!" }
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Columns of a list.</summary>
    /// <param name="headings">The headings, as they stand in the list.</param>
    /// <param name="places">Zero-based column of each field that has one.</param>
    public ListColumns(IReadOnlyList<string> headings, IReadOnlyDictionary<ListField, int> places)
    {
        (Headings, this.places) = (headings, places);
        for (var place = 0; place < headings.Count; place++)
        {
            byHeading.TryAdd(ListHeadings.Plain(headings[place]), place);
        }

        furtherPictures = [.. byHeading.Where(pair => ListHeadings.IsNumberedPicture(pair.Key) && !places.Values.Contains(pair.Value))
            .Select(pair => pair.Value).Order()];
    }

    /// <summary>The headings, as they stand in the list.</summary>
    public IReadOnlyList<string> Headings { get; }

    /// <summary>Finds columns by what people said, else by the headings that a layout knows; each column is used once.</summary>
    /// <param name="headings">The headings, as they stand in the list.</param>
    /// <param name="known">Plain headings of each field, the likeliest first.</param>
    /// <param name="said">The plain heading of each field that a person decided on, "" for none; null where nobody did.</param>
    public static ListColumns From(IReadOnlyList<string> headings, IReadOnlyDictionary<ListField, string[]> known,
        IReadOnlyDictionary<ListField, string>? said = null)
    {
        string[] plain = [.. headings.Select(ListHeadings.Plain)];
        var places = new Dictionary<ListField, int>();
        foreach (var (field, heading) in said ?? new Dictionary<ListField, string>())
        {
            if (heading.Length > 0 && Array.IndexOf(plain, heading) is var place and >= 0)
            {
                places[field] = place;
            }
        }

        foreach (var field in Enum.GetValues<ListField>().Where(field => said?.ContainsKey(field) != true))
        {
            foreach (var heading in known.GetValueOrDefault(field, []))
            {
                if (Array.IndexOf(plain, heading) is var place and >= 0 && !places.ContainsValue(place))
                {
                    places[field] = place;
                    break;
                }
            }
        }

        return new ListColumns(headings, places);
    }

    /// <summary>Zero-based column of a field, or null.</summary>
    public int? Of(ListField field) => places.TryGetValue(field, out var place) ? place : null;

    /// <summary>The heading of the column of a field, or null.</summary>
    public string? HeadingOf(ListField field) => Of(field) is { } place ? Headings[place] : null;

    /// <summary>A field of a row, without outer blanks; empty where the list has none.</summary>
    public string Text(ListRow row, ListField field) =>
        Of(field) is { } place && At(row, place) is var text && (field == ListField.Price || !Nothing.Contains(text)) ? text : "";

    /// <summary>A field of a row by its heading in the form of <see cref="ListHeadings.Plain"/>.</summary>
    public string Text(ListRow row, string heading) => byHeading.TryGetValue(heading, out var place) ? At(row, place) : "";

    /// <summary>What a row says, field by field.</summary>
    public ListEntry Entry(ListRow row) => new(row.Line)
    {
        Product = Text(row, ListField.Product), Image = Text(row, ListField.Image), Name = Text(row, ListField.Name),
        Type = Text(row, ListField.Type),
        Group = Text(row, ListField.Group), Section = Text(row, ListField.Section), Colour = Text(row, ListField.Colour),
        Pattern = Text(row, ListField.Pattern),
        Price = Text(row, ListField.Price), Description = Text(row, ListField.Description), Size = Text(row, ListField.Size),
        VariantOf = Text(row, ListField.VariantOf),
        MorePictures = [.. Parts(Text(row, ListField.MorePictures)), .. furtherPictures.SelectMany(place => Parts(At(row, place)))],
        Link = Text(row, ListField.Link), Availability = Text(row, ListField.Availability),
        Refused = row.Fields.Count == Headings.Count
            || (row.Fields.Count > Headings.Count && row.Fields.Skip(Headings.Count).All(string.IsNullOrWhiteSpace))
            ? Error(row) : $"it has {row.Fields.Count} fields instead of {Headings.Count}",
    };

    /// <summary>Says that a field holds a failed formula; null where none does.</summary>
    private string? Error(ListRow row) => places.OrderBy(pair => pair.Key).Where(pair => Errors.Contains(At(row, pair.Value)))
        .Select(pair => $"the {ListHeadings.Words(pair.Key)} is '{At(row, pair.Value)}', a formula that failed in the spreadsheet")
        .FirstOrDefault();

    /// <summary>The parts of a field that holds several, as exports write them.</summary>
    public static IReadOnlyList<string> Parts(string text) =>
        text.Split([',', '|', ';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string At(ListRow row, int place)
    {
        var text = place < row.Fields.Count ? row.Fields[place].Trim() : "";
        // What databases write for nothing.
        return text is "\\N" or "#N/A" || text.Equals("null", StringComparison.OrdinalIgnoreCase) ? "" : text;
    }
}
