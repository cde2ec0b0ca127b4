using System.CommandLine;

namespace FashionRecs.Cli.Commands;

/// <summary><c>fashionrecs experiments</c>: checks of assignment and statistics that need no shop.</summary>
internal static class ExperimentsCommand
{
    public static Command Create() => new("experiments", "Assignment and statistics of A/B tests.")
    {
        ExperimentsBucketCommand.Create(),
        ExperimentsAnalyzeCommand.Create(),
        ExperimentsSimulateCommand.Create(),
    };
}
