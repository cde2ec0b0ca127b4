using System.CommandLine;
using FashionRecs.Application.Backups;

namespace FashionRecs.Cli.Commands;

/// <summary><c>fashionrecs verify</c>: reads every byte of a backup.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "The backup." };
        var command = new Command("verify", "Read every byte of a backup and compare it with what was written.") { file };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(file)!, Console.Out, cancellation));
        return command;
    }

    internal static async Task<int> RunAsync(string file, TextWriter output, CancellationToken cancellation)
    {
        using var backup = BackupFile.Open(file);
        await output.WriteLineAsync($"The backup is whole: {BackupWords.Of(await backup.VerifyAsync(cancellation))}");
        return ExitCode.Success;
    }
}
