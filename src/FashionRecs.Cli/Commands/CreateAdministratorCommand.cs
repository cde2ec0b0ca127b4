using System.CommandLine;
using FashionRecs.Application;
using FashionRecs.Application.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Cli.Commands;

/// <summary>
/// <c>fashionrecs accounts create-administrator</c>: makes the first administrator, who gives roles to everybody else in the shop.
/// </summary>
internal static class CreateAdministratorCommand
{
    /// <summary>
    /// Environment variable with the password, for scripts; never an argument, which other users of the machine could read.
    /// </summary>
    public const string Variable = "FASHIONRECS_PASSWORD";

    public static Command Create()
    {
        var email = new Argument<string>("email")
        {
            Description = "Address to sign in with. Somebody who has an account becomes an administrator and keeps their password.",
        };
        var database = ShopOption.Create();
        var command = new Command("create-administrator",
            $"Make an administrator. The password is read from ${Variable}, else from the first line of standard input.")
        {
            email, database,
        };
        command.SetAction((parsed, _) => RunAsync(parsed.GetValue(email)!, parsed.GetValue(database), ReadPassword));
        return command;
    }

    /// <summary>Makes the administrator; asks for a password only where one is needed.</summary>
    internal static async Task<int> RunAsync(string email, string? database, Func<string> password)
    {
        var services = new ServiceCollection().AddApplication().AddShop(database);
        await using var provider = services.BuildServiceProvider();
        var directory = provider.GetRequiredService<IAccountDirectory>();
        if (await directory.TryFindAsync(email) is { } known)
        {
            await directory.SetRoleAsync(known.Id, Roles.Administrator, given: true);
            Console.WriteLine($"{known.Email} has an account and is an administrator now.");
            return ExitCode.Success;
        }

        await directory.CreateAsync(email, password(), Roles.Administrator);
        Console.WriteLine($"{email} is an administrator and can sign in at /account/sign-in.");
        return ExitCode.Success;
    }

    private static string ReadPassword()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given)
        {
            return given;
        }

        if (!Console.IsInputRedirected)
        {
            Console.Error.Write("Password (it is shown while you type): ");
        }

        return Console.ReadLine() is { Length: > 0 } line ? line
            : throw new InvalidDataException($"No password was given; set ${Variable} or type one.");
    }
}
