using System.Globalization;
using System.Text.Json;

namespace FashionRecs.Web.Tests.Api.Compatibility;

/// <summary>Says what one schema allows and another does not.</summary>
/// <param name="writer">The document of whoever writes.</param>
/// <param name="reader">The document of whoever has to read it.</param>
/// <param name="olderWrites">Whether the writer's is the older one.</param>
internal sealed class SchemaComparison(ApiDocument writer, ApiDocument reader, bool olderWrites)
{
    /// <summary>Schemas may hold themselves.</summary>
    private const int Deepest = 10;

    private static readonly string[] Least = ["minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"];
    private static readonly string[] Most = ["maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"];

    /// <summary>What is allowed to be written and cannot be read.</summary>
    public IEnumerable<SchemaChange> Compare(JsonElement written, JsonElement read) => Compare(written, read, "", 0);

    private IEnumerable<SchemaChange> Compare(JsonElement written, JsonElement read, string field, int depth)
    {
        var (from, to) = (new SchemaView(writer, written), new SchemaView(reader, read));
        return depth > Deepest ? []
            : from.Choices.Count > 1 || to.Choices.Count > 1 ? Choices(from, to, field, depth)
            : [.. Types(from, to, field), .. Values(from, to, field), .. Formats(from, to, field), .. Fields(from, to, field, depth),
                .. Within(from, to, field, depth)];
    }

    private static IEnumerable<SchemaChange> Types(SchemaView from, SchemaView to, string field)
    {
        string[] unread = to.Types.Count == 0 ? []
            : from.Types.Count == 0 ? ["anything"]
            : [.. from.Types.Where(type => !to.Types.Contains(type) && !(type == "integer" && to.Types.Contains("number")))];
        return unread.Length == 0 ? [] : [new SchemaChange(SchemaChangeKind.Type, field, string.Join(" or ", unread))];
    }

    private static IEnumerable<SchemaChange> Values(SchemaView from, SchemaView to, string field)
    {
        if (to.Values is not { } readable)
        {
            return [];
        }

        string[] unread = from.Values is { } written ? [.. written.Except(readable)] : ["anything"];
        return unread.Length == 0 ? [] : [new SchemaChange(SchemaChangeKind.Value, field, string.Join(" or ", unread))];
    }

    private static IEnumerable<SchemaChange> Formats(SchemaView from, SchemaView to, string field)
    {
        foreach (var keyword in new[] { "format", "pattern" })
        {
            var (written, read) = (from.Text(keyword), to.Text(keyword));
            if (read is not null && written != read && (written, read) is not (("int32", "int64") or ("float", "double")))
            {
                yield return new SchemaChange(SchemaChangeKind.Format, field, $"of the {keyword} {read}");
            }
        }

        foreach (var keyword in Least.Where(keyword => to.Number(keyword) > (from.Number(keyword) ?? double.NegativeInfinity))
            .Concat(Most.Where(keyword => to.Number(keyword) < (from.Number(keyword) ?? double.PositiveInfinity))))
        {
            yield return new SchemaChange(SchemaChangeKind.Format, field,
                string.Create(CultureInfo.InvariantCulture, $"within {keyword} {to.Number(keyword)}"));
        }
    }

    private IEnumerable<SchemaChange> Fields(SchemaView from, SchemaView to, string field, int depth)
    {
        string[] gone = olderWrites ? [.. from.Fields.Keys.Except(to.Fields.Keys)] : [.. to.Fields.Keys.Except(from.Fields.Keys)];
        return
        [
            .. gone.Select(name => new SchemaChange(SchemaChangeKind.Gone, Under(field, name), "")),
            .. to.Required.Except(from.Required).Except(gone)
                .Select(name => new SchemaChange(SchemaChangeKind.Needed, Under(field, name), "")),
            .. from.Fields.Keys.Intersect(to.Fields.Keys)
                .SelectMany(name => Compare(from.Fields[name], to.Fields[name], Under(field, name), depth + 1)),
        ];
    }

    /// <summary>The entries of lists and maps.</summary>
    private IEnumerable<SchemaChange> Within(SchemaView from, SchemaView to, string field, int depth) =>
        new[] { "items", "additionalProperties" }.SelectMany(part => from.Part(part) is { } written && to.Part(part) is { } read
            ? Compare(written, read, field, depth + 1) : []);

    /// <summary>Of several schemas each that is written has to be one that can be read.</summary>
    private IEnumerable<SchemaChange> Choices(SchemaView from, SchemaView to, string field, int depth) =>
        from.Choices.All(written => to.Choices.Any(read => !Compare(written, read, field, depth + 1).Any())) ? []
            : [new SchemaChange(SchemaChangeKind.Type, field, "another of several things")];

    private static string Under(string field, string name) => field.Length == 0 ? name : $"{field}.{name}";
}
