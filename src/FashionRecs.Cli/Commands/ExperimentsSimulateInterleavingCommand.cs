using System.CommandLine;
using System.Globalization;
using FashionRecs.Domain.Statistics;
using FashionRecs.Experiments.Simulation;

namespace FashionRecs.Cli.Commands;

/// <summary>
/// <c>fashionrecs experiments simulate interleaving</c>: what team-draft interleaving saves against an A/B test of the same rankings.
/// </summary>
internal static class ExperimentsSimulateInterleavingCommand
{
    private static readonly double[] NoisesOfB = [0.8, 0.6, 0.4];

    public static Command Create()
    {
        var defaults = new InterleavingPlan();
        var experiments = new Option<int>("--experiments")
        {
            Description = "Number of experiments of each kind.", DefaultValueFactory = _ => defaults.Experiments,
        };
        var seed = new Option<int>("--seed") { Description = "Seed of the random numbers.", DefaultValueFactory = _ => defaults.Seed };
        var command = new Command("interleaving", "Compare interleaving of two rankings with an A/B test of them.") { experiments, seed };
        command.SetAction((parsed, cancellation) =>
        {
            if (parsed.GetValue(experiments) is < 1 and var few)
            {
                throw new InvalidDataException($"{few} experiments were asked for; at least 1 is needed.");
            }

            Console.WriteLine("Team-draft over 8 places of 40 products, alpha 0.05, both sized for a power of 80 %; the control's ranking has a noise of 1 beside a relevance of 1.");
            Console.WriteLine();
            Console.WriteLine("| noise of the better ranking | shoppers interleaved | shoppers of an A/B test | times fewer | false alarms | direction as the A/B test's | found |");
            Console.WriteLine("|---|---|---|---|---|---|---|");
            foreach (var noise in NoisesOfB)
            {
                var counts = InterleavingSimulator.Run(defaults with { Experiments = parsed.GetValue(experiments),
                    Seed = parsed.GetValue(seed), NoiseOfB = noise }, cancellation);
                Console.WriteLine(FormattableString.Invariant(
                    $"| {noise} | {counts.InterleavedShoppers:N0} | {counts.SplitShoppers:N0} | {counts.Saving:0.0} | {Share(counts.FalseAlarms)} | {Share(counts.Agreement)} | {Share(counts.Found)} |"));
            }

            return Task.FromResult(ExitCode.Success);
        });
        return command;
    }

    private static string Share(ShareInterval share) =>
        string.Create(CultureInfo.InvariantCulture, $"{100 * share.Share:0.0} % ({100 * share.Low:0.0} to {100 * share.High:0.0} %)");
}
