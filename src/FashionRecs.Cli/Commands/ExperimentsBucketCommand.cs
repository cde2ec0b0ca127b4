using System.CommandLine;
using System.Globalization;
using FashionRecs.Domain.Hashing;

namespace FashionRecs.Cli.Commands;

/// <summary><c>fashionrecs experiments bucket</c>: the number in [0, 1) that decides a unit's arm.</summary>
internal static class ExperimentsBucketCommand
{
    public static Command Create()
    {
        var seed = new Option<string>("--seed") { Description = "The experiment's seed; may be empty.", Required = true };
        var unit = new Option<string>("--unit") { Description = "The unit's identifier.", Required = true };
        var version =
            new Option<int>("--version") { Description = "Hash version, 1 or 2.", DefaultValueFactory = _ => UnitHash.CurrentVersion };
        var command = new Command("bucket", "Print the number that decides a unit's arm.") { seed, unit, version };
        command.SetAction(parsed =>
        {
            var number = UnitHash.Compute(parsed.GetValue(seed)!, parsed.GetValue(unit)!, parsed.GetValue(version))
                ?? throw new InvalidDataException($"There is no hash version {parsed.GetValue(version)}; the versions are 1 and 2.");
            Console.WriteLine(number.ToString(CultureInfo.InvariantCulture));
            return ExitCode.Success;
        });
        return command;
    }
}
