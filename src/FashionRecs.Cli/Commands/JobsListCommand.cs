using System.CommandLine;
using System.Globalization;
using FashionRecs.Application;
using FashionRecs.Application.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Cli.Commands;

/// <summary><c>fashionrecs jobs list</c>: what runs, waits, was given up and is done.</summary>
internal static class JobsListCommand
{
    public static Command Create()
    {
        var database = ShopOption.Create();
        var command = new Command("list", "Say what runs, waits, was given up and is done.") { database };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var services = new ServiceCollection().AddApplication().AddShop(parsed.GetValue(database)).BuildServiceProvider();
            return await RunAsync(services.GetRequiredService<IJobStore>(), Console.Out, cancellation);
        });
        return command;
    }

    internal static async Task<int> RunAsync(IJobStore jobs, TextWriter output, CancellationToken cancellation)
    {
        var list = await jobs.ListAsync(cancellation: cancellation);
        foreach (var job in list.Running)
        {
            await SayAsync("running", job, job.Total > 0 ? $"{job.Done} of {job.Total}" : "");
        }

        foreach (var (kind, count) in list.Waiting.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            await output.WriteLineAsync($"waiting   {kind}: {count}");
        }

        foreach (var job in list.Failed)
        {
            await SayAsync("given up", job, job.Reason);
        }

        foreach (var job in list.Done.Take(10))
        {
            await SayAsync("done", job, job.Ended?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
        }

        return ExitCode.Success;

        Task SayAsync(string state, Job job, string? more) =>
            output.WriteLineAsync($"{state,-9} {job.Kind} {job.Subject} {more}".TrimEnd());
    }
}
