using System.CommandLine;

namespace FashionRecs.Cli.Commands;

/// <summary><c>fashionrecs regions</c>: where the parts of a garment are.</summary>
internal static class RegionsCommand
{
    public static Command Create() => new("regions", "Say where the parts of a garment are, whichever value they show.")
    {
        RegionsFitCommand.Create(), RegionsRulesCommand.Create(),
    };
}
