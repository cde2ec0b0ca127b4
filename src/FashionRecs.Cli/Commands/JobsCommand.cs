using System.CommandLine;

namespace FashionRecs.Cli.Commands;

/// <summary><c>fashionrecs jobs</c>: work behind the pages, from the command line.</summary>
internal static class JobsCommand
{
    public static Command Create() => new("jobs", "Work behind the pages: what goes on, and asking for it.")
    {
        JobsListCommand.Create(), JobsAskCommand.Create(),
    };
}
