using System.CommandLine;
using FashionRecs.Application;
using FashionRecs.Application.Backups;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Cli.Commands;

/// <summary><c>fashionrecs restore</c>: puts a backup into an empty place.</summary>
internal static class RestoreCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "The backup." };
        var database = ShopOption.Create();
        var command = new Command("restore", "Check a backup and put it into an empty folder and an empty database, all of it or nothing.")
        {
            file, database,
        };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(file)!, parsed.GetValue(database), Console.Out, cancellation));
        return command;
    }

    internal static async Task<int> RunAsync(string file, string? database, TextWriter output, CancellationToken cancellation)
    {
        await using var services = new ServiceCollection().AddApplication().AddShop(database).BuildServiceProvider();
        var report = await services.GetRequiredService<BackupRestore>().RunAsync(file, cancellation);
        await output.WriteLineAsync($"Restored: {BackupWords.Of(report)}");
        return ExitCode.Success;
    }
}
