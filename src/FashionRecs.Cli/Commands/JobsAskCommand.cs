using System.CommandLine;
using FashionRecs.Application;
using FashionRecs.Application.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Cli.Commands;

/// <summary><c>fashionrecs jobs ask</c>: asks for what nobody notices by themselves; web servers or workers do it.</summary>
internal static class JobsAskCommand
{
    private static readonly WantedJob[] Known = [LearnFromReviewsJob.Wanted, LearnFromShoppersJob.Wanted];

    public static Command Create()
    {
        var kind = new Argument<string>("kind") { Description = $"One of {string.Join(", ", Known.Select(job => job.Kind))}." };
        var database = ShopOption.Create();
        var command = new Command("ask", "Ask for learning; a web server or a worker does it.") { kind, database };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var services = new ServiceCollection().AddApplication().AddShop(parsed.GetValue(database)).BuildServiceProvider();
            return await RunAsync(services.GetRequiredService<IJobStore>(), parsed.GetValue(kind)!, Console.Out, cancellation);
        });
        return command;
    }

    internal static async Task<int> RunAsync(IJobStore jobs, string kind, TextWriter output, CancellationToken cancellation)
    {
        var wanted = Known.FirstOrDefault(job => job.Kind == kind)
            ?? throw new InvalidDataException(
                $"Nobody can ask for '{kind}', only for {string.Join(" and ", Known.Select(job => job.Kind))}.");
        await jobs.QueueAsync([wanted], anew: true, cancellation);
        await output.WriteLineAsync("Asked for. 'fashionrecs jobs list' says how far it is.");
        return ExitCode.Success;
    }
}
