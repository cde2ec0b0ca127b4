using System.Globalization;
using System.Text.Json;
using FashionRecs.Domain.Statistics;
using FashionRecs.Training.Beliefs;
using FashionRecs.Training.Beliefs.Joint;

namespace FashionRecs.Cli;

/// <summary>The tables and the JSON of <c>fashionrecs beliefs joint</c>.</summary>
internal static class JointBeliefTables
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    public static async Task WriteAsync(string? target, string source, int pictures, int unseen, IReadOnlyList<Row> rows,
        IReadOnlyList<StatementScore> statements, CancellationToken cancellation)
    {
        if (target is not null)
        {
            await JsonTarget.WriteAsync(target, JsonSerializer.Serialize(new { source, pictures, unseen, rows, statements }, Options),
                cancellation);
            return;
        }

        Console.WriteLine($"Fitted on {source}; measured on {pictures} photographs; {unseen} pairs of values are never labelled together. "
            + "95 % intervals over photographs in brackets.");
        Console.WriteLine();
        Console.WriteLine("| strength | what | measure | n | alone | together | difference |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var (strength, group, one) in rows)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {strength} | {group} | {one.Name} | {one.Count} | {one.Before:F4} | {one.After:F4} | {Cell(one.Difference, "F4")} |"));
        }

        Console.WriteLine();
        Console.WriteLine("| what | from | said | true | arguable | false | a single value | withheld of what is shown (n) |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (var one in statements)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {one.Group} | {one.LeastProbability:F2} | {one.Said} | {Cell(one.True)} | {Cell(one.Arguable)} | {Cell(one.False)} | "
                    + $"{Cell(one.Finest)} | {Cell(one.Withheld)} ({one.Shown}) |"));
        }
    }

    private static string Cell(BootstrapInterval share, string format = "F3") => double.IsNaN(share.Mean)
        ? "–"
        : FormattableString.Invariant($"{share.Mean.ToString(format, CultureInfo.InvariantCulture)} ")
            + $"[{share.Low.ToString(format, CultureInfo.InvariantCulture)}, {share.High.ToString(format, CultureInfo.InvariantCulture)}]";

    /// <summary>One row of the table of measures.</summary>
    internal sealed record Row(double Strength, string Group, BeliefComparison Measure);
}
