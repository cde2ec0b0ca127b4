using System.CommandLine;
using FashionRecs.Application;
using FashionRecs.Application.Backups;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Cli.Commands;

/// <summary><c>fashionrecs backup</c>: writes all of a shop into one file while it runs.</summary>
internal static class BackupCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "Where to; a file of that name is replaced once the new one is whole." };
        var database = ShopOption.Create();
        var command = new Command("backup",
            "Write a shop's database, pictures, weights, waiting imports and keys into one file, while it runs.")
        {
            file, database,
        };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(file)!, parsed.GetValue(database), Console.Out, cancellation));
        return command;
    }

    internal static async Task<int> RunAsync(string file, string? database, TextWriter output, CancellationToken cancellation)
    {
        await using var services = new ServiceCollection().AddApplication().AddShop(database).BuildServiceProvider();
        var report = await services.GetRequiredService<BackupWriter>().WriteAsync(file, cancellation);
        await output.WriteLineAsync($"{BackupWords.Of(report)} It holds the keys that sign people in: keep it as safe as the shop.");
        return ExitCode.Success;
    }
}
