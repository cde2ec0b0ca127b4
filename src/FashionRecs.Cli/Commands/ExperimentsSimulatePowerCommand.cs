using System.CommandLine;
using System.Globalization;
using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Domain.Statistics;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Planning;
using FashionRecs.Experiments.Results;
using FashionRecs.Experiments.Simulation;
using FashionRecs.Experiments.Statistics;

namespace FashionRecs.Cli.Commands;

/// <summary><c>fashionrecs experiments simulate power</c>: tries planned sizes out, for designs that no textbook formula covers.</summary>
internal static class ExperimentsSimulatePowerCommand
{
    private static readonly (string Name, double[] Weights, bool Sequential, SizePlan Plan, (int, int)? Scale)[] Designs =
    [
        ("2 arms, one look", [0.5, 0.5], false, Rate, null),
        ("4 arms, one look", [0.25, 0.25, 0.25, 0.25], false, Rate, null),
        ("8 arms, one look", [.. Enumerable.Repeat(0.125, 8)], false, Rate, null),
        ("2 arms, 80 : 20, one look", [0.8, 0.2], false, Rate, null),
        ("4 arms, control 50 %, one look", [0.5, 1 / 6.0, 1 / 6.0, 1 / 6.0], false, Rate, null),
        ("2 arms, 14 looks", [0.5, 0.5], true, Rate, null),
        ("4 arms, 14 looks", [0.25, 0.25, 0.25, 0.25], true, Rate, null),
        ("2 arms, answers 1 to 5, one look", [0.5, 0.5], false, Rating, (1, 5)),
        ("4 arms, answers 1 to 5, one look", [0.25, 0.25, 0.25, 0.25], false, Rating, (1, 5)),
        ("2 arms, CUPED r = 0.6, one look", [0.5, 0.5], false, Rate with { Correlation = 0.6 }, null),
    ];

    private static SizePlan Rate => new(MetricKind.Proportion, 0.2, 0.15, 0.8, 1);

    private static SizePlan Rating => new(MetricKind.Mean, 4, 0.2, 0.8, 0.9);

    public static Command Create()
    {
        var experiments =
            new Option<int>("--experiments") { Description = "Number of experiments of each kind.", DefaultValueFactory = _ => 1000 };
        var seed = new Option<int>("--seed") { Description = "Seed of the random numbers.", DefaultValueFactory = _ => 1 };
        var command =
            new Command("power", "Try planned sizes out: is the planned power reached, and are false alarms within alpha?") { experiments,
            seed };
        command.SetAction((parsed, cancellation) =>
        {
            if (parsed.GetValue(experiments) is < 1 and var few)
            {
                throw new InvalidDataException($"{few} experiments were asked for; at least 1 is needed.");
            }

            Console.WriteLine(
                "Planned for a power of 80 % at an alpha of 0.05 over all arms (Holm). Rates: 20 %, effect +15 % of it. Answers: mean 4, "
                    + "deviation 0.9, effect +0.2.");
            Console.WriteLine();
            Console.WriteLine("| design | units in all | found the one arm with the effect | any false alarm without one |");
            Console.WriteLine("|---|---|---|---|");
            foreach (var (name, weights, sequential, plan, scale) in Designs)
            {
                Console.WriteLine(
                    Row(name, weights, sequential, plan, scale, parsed.GetValue(experiments), parsed.GetValue(seed), cancellation));
            }

            return Task.FromResult(ExitCode.Success);
        });
        return command;
    }

    private static string Row(
        string name, double[] weights, bool sequential, SizePlan plan, (int, int)? scale, int experiments, int seed,
        CancellationToken cancellation)
    {
        var settings =
            new ComparisonSettings { Sequential = sequential,
            Difference = scale is null ? DifferenceKind.Relative : DifferenceKind.Absolute };
        Arm[] arms = [.. weights.Select((weight, arm) => new Arm($"arm {arm}", weight, new WordsOnly()))];
        var size = plan.Size(arms, settings, 2, out var problem) ?? throw new InvalidDataException(problem);
        var counts = PowerSimulation.Run(
            new()
            {
                Weights = weights, Units = size.Units, Kind = plan.Kind, Scale = scale, Baseline = plan.Baseline,
                Effect = plan.SmallestEffect,
                Deviation = plan.Deviation, Correlation = plan.Correlation, Settings = settings, Experiments = experiments, Seed = seed,
            }, cancellation);
        return $"| {name} | {size.Units.ToString("N0", CultureInfo.InvariantCulture)} | {Share(counts.Power)} | {Share(counts.FalseAlarm)} "
            + $"|";
    }

    private static string Share(ShareInterval share) =>
        FormattableString.Invariant($"{100 * share.Share:0.0} % ({100 * share.Low:0.0} to {100 * share.High:0.0} %)");
}
