using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FashionRecs.Domain.Attributes;
using FashionRecs.Training.Audit;

namespace FashionRecs.Cli.Explanations;

/// <summary>Writes what an audit found, as JSON or as a table.</summary>
internal static class AuditReport
{
    private static readonly (string Name, Func<AuditFigures, ClusteredShare> Of)[] Columns =
    [
        ("true", figures => figures.True), ("arguable", figures => figures.Arguable), ("false", figures => figures.False),
        ("finest", figures => figures.Finest),
        ("withheld", figures => figures.Withheld), ("liked_named", figures => figures.LikedNamed),
        ("first8_liked", figures => figures.First8Liked),
        ("first8_liked_of_all", figures => figures.First8LikedOfAll), ("region_on_part", figures => figures.RegionOnPart),
        ("contradicts_text", figures => figures.ContradictsText),
    ];

    /// <summary>
    /// The whole report; figures under <c>all</c> and per attribute under <c>attributes</c>, each with <c>_interval</c> and <c>_n</c>
    /// beside it.
    /// </summary>
    public static string Json(string fingerprint, bool withText, int pictures, AuditOptions options, AttributeVocabulary vocabulary,
        IReadOnlyList<AuditedCard> cards)
    {
        var reasons = cards.SelectMany(card => card.Reasons).ToArray();
        var document = new JsonObject
        {
            ["weights"] = fingerprint,
            ["text"] = withText,
            ["pictures"] = pictures,
            ["themes"] = cards.Select(card => card.Theme.Name).Distinct().Count(),
            ["shoppers"] = cards.Select(card => card.Shopper).Distinct().Count(),
            ["seed"] = options.Seed,
            ["all"] = Record(AuditFigures.Of(cards, reasons, options)),
            ["attributes"] =
                new JsonObject(
                vocabulary.Attributes.Select(attribute =>
                KeyValuePair.Create(attribute.Code, (JsonNode?)Record(Of(attribute, cards, reasons, options))))),
            ["values"] = new JsonObject(cards.GroupBy(card => card.Theme.Name).Select(theme => KeyValuePair.Create(
                theme.Key, (JsonNode?)Record(AuditFigures.Of([.. theme], [.. theme.SelectMany(card => card.Reasons)], options))))),
        };
        return document.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
    }

    /// <summary>The same for reading.</summary>
    public static string Table(string fingerprint, int pictures, AuditOptions options, AttributeVocabulary vocabulary,
        IReadOnlyList<AuditedCard> cards)
    {
        var reasons = cards.SelectMany(card => card.Reasons).ToArray();
        var lines = new List<string>
        {
            $"{pictures} pictures, weights {fingerprint}; 95 % intervals over pictures (first8: shoppers) in brackets",
            $"{"attribute",-16}{"reasons",8}{"unknown",8}  {string.Concat(Columns.Select(column => $"{column.Name,-22}"))}",
        };
        lines.Add(Row("all", AuditFigures.Of(cards, reasons, options)));
        lines.AddRange(vocabulary.Attributes.Select(attribute => Row(attribute.Code, Of(attribute, cards, reasons, options))));
        return string.Join('\n', lines);
    }

    private static AuditFigures Of(GarmentAttribute attribute, IReadOnlyList<AuditedCard> cards, AuditedReason[] reasons,
        AuditOptions options) => AuditFigures.Of(
        [.. cards.Where(card => card.Theme.Attribute == attribute)],
        [.. reasons.Where(reason => reason.Share.Value.Attribute == attribute)], options);

    private static string Row(string name, AuditFigures figures) =>
        $"{name,-16}{figures.Reasons,8}{figures.Unknown,8}  {string.Concat(Columns.Select(column => $"{Cell(column.Of(figures)),-22}"))}";

    private static string Cell(ClusteredShare share) => double.IsNaN(share.Ratio.Mean)
        ? "–"
        : string.Create(CultureInfo.InvariantCulture, $"{share.Ratio.Mean:F3} [{share.Ratio.Low:F3}, {share.Ratio.High:F3}]");

    private static JsonObject Record(AuditFigures figures)
    {
        var record =
            new JsonObject { ["cards"] = figures.Cards, ["reasons"] = figures.Reasons, ["reason_pictures"] = figures.Pictures,
            ["unknown"] = figures.Unknown };
        foreach (var (name, of) in Columns)
        {
            var share = of(figures);
            record[name] = Number(share.Ratio.Mean);
            record[$"{name}_interval"] = new JsonArray(Number(share.Ratio.Low), Number(share.Ratio.High));
            record[$"{name}_n"] = share.Count;
        }

        return record;
    }

    private static JsonNode? Number(double number) => double.IsNaN(number) ? null : JsonValue.Create(Math.Round(number, 5));
}
