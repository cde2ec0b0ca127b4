using System.Globalization;
using System.CommandLine;
using System.Text.Json;
using FashionRecs.Domain.Statistics;
using FashionRecs.Experiments.Results;
using FashionRecs.Experiments.Simulation;
using FashionRecs.Experiments.Statistics;

namespace FashionRecs.Cli.Commands;

/// <summary><c>fashionrecs experiments simulate</c>: counts false alarms without an effect and found effects with one.</summary>
internal static class ExperimentsSimulateCommand
{
    public static Command Create()
    {
        var defaults = new SimulationPlan();
        var experiments =
            new Option<int>("--experiments") { Description = "Number of experiments.", DefaultValueFactory = _ => defaults.Experiments };
        var days = new Option<int>("--days") { Description = "Days, each with a look.", DefaultValueFactory = _ => defaults.Days };
        var units = new Option<int>("--units-per-day") { Description = "New units per arm and day without an effect.",
            DefaultValueFactory = _ => defaults.UnitsPerDay };
        var baseline =
            new Option<double>("--baseline") { Description = "Conversion rate of the control arm.",
            DefaultValueFactory = _ => defaults.Baseline };
        var lift = new Option<double>("--lift") { Description = "True relative lift where there is one.",
            DefaultValueFactory = _ => defaults.Lift };
        var power = new Option<double>("--power") { Description = "Planned power.", DefaultValueFactory = _ => defaults.Power };
        var alpha = new Option<double>("--alpha") { Description = "Alpha, two-sided.", DefaultValueFactory = _ => defaults.Settings.Alpha };
        var tuning =
            new Option<double>("--tuning") { Description = "Units at which the sequential interval is tightest.",
            DefaultValueFactory = _ => defaults.Settings.Tuning };
        var seed = new Option<int>("--seed") { Description = "Seed of the random numbers.", DefaultValueFactory = _ => defaults.Seed };
        var json = new Option<string?>("--json") { Description = "- prints the counts as JSON." };
        var command = new Command("simulate", "Run artificial experiments and count the alarms.")
        {
            experiments, days, units, baseline, lift, power, alpha, tuning, seed, json, ExperimentsSimulatePowerCommand.Create(),
            ExperimentsSimulateInterleavingCommand.Create(),
        };
        command.SetAction((parsed, cancellation) =>
        {
            var plan = new SimulationPlan
            {
                Experiments = parsed.GetValue(experiments),
                Days = parsed.GetValue(days),
                UnitsPerDay = parsed.GetValue(units),
                Baseline = parsed.GetValue(baseline),
                Lift = parsed.GetValue(lift),
                Power = parsed.GetValue(power),
                Seed = parsed.GetValue(seed),
                Settings = new ComparisonSettings { Alpha = parsed.GetValue(alpha), Tuning = parsed.GetValue(tuning) },
            };
            if (plan.Problem() is { } problem)
            {
                throw new InvalidDataException(problem);
            }

            var same = ExperimentSimulator.Null(plan, cancellation);
            var lifted = ExperimentSimulator.WithLift(plan, cancellation);
            if (parsed.GetValue(json) == "-")
            {
                Console.WriteLine(JsonSerializer.Serialize(
                    new { plan, same, planned_for_one_look = lifted?.Once, planned_for_daily_looks = lifted?.Sequential },
                    AnalysisRequestFile.Options));
                return Task.FromResult(ExitCode.Success);
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"Seed {plan.Seed}, conversion rate {plan.Baseline:P1}, alpha {plan.Settings.Alpha}, tuning {plan.Settings.Tuning}; shares "
                    + $"with their 95 % intervals."));
            Print("No effect: every alarm is false.", same);
            if (lifted is { } both)
            {
                Print(FormattableString.Invariant($"True lift {plan.Lift:P1}, planned for one look at the end with power {plan.Power:P0}."),
                    both.Once);
                Print(FormattableString.Invariant($"True lift {plan.Lift:P1}, planned for daily looks with power {plan.Power:P0}."),
                    both.Sequential);
            }
            else
            {
                Console.WriteLine("No experiment of a practical size reaches the planned power.");
            }

            return Task.FromResult(ExitCode.Success);
        });
        return command;
    }

    private static void Print(string title, SimulationCounts counts)
    {
        Console.WriteLine();
        Console.WriteLine($"{title} {counts.Experiments} experiments, {counts.UnitsPerArm} units per arm, {counts.Looks} looks.");
        Console.WriteLine($"  sequential rule, any look   {Share(counts.Sequential, counts.SequentialShare)}");
        Console.WriteLine($"  fixed rule, any look        {Share(counts.FixedAtAnyLook, counts.FixedAtAnyLookShare)}");
        Console.WriteLine($"  fixed rule, last look only  {Share(counts.FixedAtTheEnd, counts.FixedAtTheEndShare)}");
    }

    private static string Share(int hits, ShareInterval share) =>
        FormattableString.Invariant($"{hits,5}  {100 * share.Share,5:F1} %  ({100 * share.Low:F1} to {100 * share.High:F1} %)");
}
