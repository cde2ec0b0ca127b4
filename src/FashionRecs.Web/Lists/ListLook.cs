using System.Text.Json;
using System.Text.Json.Serialization;

namespace FashionRecs.Web.Lists;

/// <summary>How a person wants a list to look, kept from one visit to the next. Immutable.</summary>
public sealed record ListLook
{
    /// <summary>How many rows stand on a page, where nobody chose.</summary>
    public const int UsualRows = 25;

    /// <summary>Numbers of rows that can be chosen.</summary>
    public static IReadOnlyList<int> Sizes { get; } = [25, 50, 100];

    /// <summary>Codes of columns that are not shown; one that does not exist any more does no harm.</summary>
    public IReadOnlyList<string> Hidden { get; init; } = [];

    /// <summary>Rows on a page.</summary>
    public int Rows { get; init; } = UsualRows;

    /// <summary>Saved views: what they are called, and the query that they stand for.</summary>
    public IReadOnlyList<SavedView> Views { get; init; } = [];

    /// <summary>Whether a column is shown.</summary>
    public bool Shows(string column) => !Hidden.Contains(column);

    /// <summary>The same with a column shown or not.</summary>
    public ListLook With(string column, bool shown) =>
        this with { Hidden = shown ? [.. Hidden.Where(code => code != column)] : [.. Hidden.Append(column).Distinct()] };

    /// <summary>A key of the grid: MudBlazor's takes other columns only when it is made anew.</summary>
    [JsonIgnore]
    public string Key => string.Join(' ', Hidden.Order(StringComparer.Ordinal));

    /// <summary>The same with a view, in place of one of the same name.</summary>
    public ListLook With(SavedView view) => this with { Views = [.. Views.Where(own => own.Name != view.Name), view] };

    /// <summary>Reads what was kept; what cannot be read is as if nobody had chosen.</summary>
    public static ListLook Read(string? text)
    {
        try
        {
            var read = text is null or "" ? new() : JsonSerializer.Deserialize<ListLook>(text, JsonSerializerOptions.Web) ?? new();
            return read with
            {
                Rows = Sizes.Contains(read.Rows) ? read.Rows : UsualRows, Hidden = read.Hidden ?? [], Views = read.Views ?? [],
            };
        }
        catch (JsonException)
        {
            return new();
        }
    }

    /// <summary>As it is kept.</summary>
    public string Write() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);
}

/// <summary>A filter with a name.</summary>
/// <param name="Name">What the person calls it.</param>
/// <param name="Query">The query of its address, without the question mark.</param>
public sealed record SavedView(string Name, string Query);

/// <summary>A column that can be left out.</summary>
/// <param name="Code">What is kept of it; never changes.</param>
/// <param name="Title">Its heading.</param>
public sealed record ListColumn(string Code, string Title);
