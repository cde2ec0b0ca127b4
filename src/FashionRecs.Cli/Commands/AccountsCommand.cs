using System.CommandLine;

namespace FashionRecs.Cli.Commands;

/// <summary><c>fashionrecs accounts</c>: what has to be done before anybody can sign in as administrator.</summary>
internal static class AccountsCommand
{
    public static Command Create() => new("accounts", "Accounts of the shop.") { CreateAdministratorCommand.Create() };
}
