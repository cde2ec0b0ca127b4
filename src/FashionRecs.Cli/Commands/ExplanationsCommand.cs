using System.CommandLine;

namespace FashionRecs.Cli.Commands;

/// <summary><c>fashionrecs explanations</c>: whether what the shop says of its pictures is true.</summary>
internal static class ExplanationsCommand
{
    public static Command Create() => new("explanations", "Whether the reasons that the shop gives are true.")
    {
        ExplanationsAuditCommand.Create(),
    };
}
