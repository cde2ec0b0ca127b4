using System.Text.Encodings.Web;
using System.Text.Json;
using FashionRecs.Application.Catalog.Editing;

namespace FashionRecs.Storage.Catalog;

/// <summary>
/// Turns changes of products into rows and back. Fields are text that says what it means: <c>{"price":["9.99","12.5"]}</c>, before and
/// after by the field's code.
/// </summary>
internal static class ProductChangeText
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ProductChangeRow Write(ProductAct act, string product, DateTimeOffset at, IReadOnlyList<FieldChange> fields,
        string? note = null) => new()
    {
        Act = act.Id, ProductId = product, AtMilliseconds = at.ToUnixTimeMilliseconds(), Person = act.Person, Kind = act.Kind.ToString(),
        Note = note ?? act.Note,
        Fields = fields.Count == 0
            ? "" : JsonSerializer.Serialize(fields.ToDictionary(change => change.Field.Code, change => new[] { change.From, change.To }),
            Options),
    };

    /// <summary>The change of a row; fields that are not known (any more) are left out.</summary>
    public static ProductChange Read(ProductChangeRow row) => new(
        row.Sequence, row.ProductId, new ProductAct(row.Act, row.Person, Enum.Parse<ProductChangeKind>(row.Kind), row.Note),
        DateTimeOffset.FromUnixTimeMilliseconds(row.AtMilliseconds), [.. Fields(row.Fields)]);

    private static IEnumerable<FieldChange> Fields(string text)
    {
        var texts = text.Length == 0 ? [] : JsonSerializer.Deserialize<Dictionary<string, string[]>>(text)!;
        return ProductField.All.Where(field => texts.ContainsKey(field.Code))
            .Select(field => new FieldChange(field, texts[field.Code][0], texts[field.Code][1]));
    }
}
