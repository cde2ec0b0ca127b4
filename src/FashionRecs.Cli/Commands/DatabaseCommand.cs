using System.CommandLine;

namespace FashionRecs.Cli.Commands;

/// <summary><c>fashionrecs database</c>: the database of a shop.</summary>
internal static class DatabaseCommand
{
    public static Command Create() => new("database", "The database of a shop.") { DatabaseCopyCommand.Create() };
}
