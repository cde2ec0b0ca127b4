using System.CommandLine;

namespace FashionRecs.Cli.Commands;

/// <summary><c>fashionrecs beliefs</c>: how the network's answers become what the shop believes.</summary>
internal static class BeliefsCommand
{
    public static Command Create() => new("beliefs", "Turn the network's answers into calibrated beliefs.")
    {
        BeliefsFitCommand.Create(), BeliefsJointCommand.Create(),
    };
}
