using System.CommandLine;
using FashionRecs.Application;
using FashionRecs.Application.Jobs;
using FashionRecs.Application.Models;
using FashionRecs.Application.Review.Learning;
using FashionRecs.Cli.Learning;
using FashionRecs.Domain.Projection;
using FashionRecs.Vision.Engines;
using FashionRecs.Vision.Imaging;
using FashionRecs.Vision.Inference;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Cli.Commands;

/// <summary>
/// <c>fashionrecs worker</c>: does the shop's jobs without pages, on as many machines as wanted, until it is stopped. Settings such as
/// <c>Jobs__Lease</c> and <c>Import__LargestFile</c> are read from the environment, as by the web server.
/// </summary>
internal static class WorkerCommand
{
    public static Command Create()
    {
        var database = ShopOption.Create();
        var engine = EngineOptionArgument.Create(EngineOption.Auto);
        var once = new Option<bool>("--once") { Description = "Do what is due and end, instead of waiting for more." };
        var command = new Command(
            "worker", "Do the shop's jobs: imports, feeds, reading pictures, measuring regions, learning, large exports.")
        {
            database, engine, once,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var factory = Factory(parsed.GetValue(engine));
            await using var services = Open(parsed.GetValue(database), factory, Console.Out);
            return await RunAsync(services, parsed.GetValue(once), Console.Out, cancellation);
        });
        return command;
    }

    /// <summary>What a worker needs.</summary>
    internal static ServiceProvider Open(string? database, ProjectorFactory factory, TextWriter output) => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddEnvironmentVariables().Build())
        .AddSingleton<IPictureInspector, PictureInspector>()
        .AddSingleton(factory)
        .AddSingleton<CurrentProjector>()
        .AddSingleton<IFollowingProjector>(provider => provider.GetRequiredService<CurrentProjector>())
        .AddSingleton<IPictureProjector>(provider => provider.GetRequiredService<CurrentProjector>())
        .AddSingleton<IReviewLearner, ReviewLearner>()
        .AddSingleton(JobPlace.Worker)
        .AddSingleton<IJobLog>(provider => new WrittenJobs(output, provider.GetRequiredService<TimeProvider>()))
        .AddApplication().AddShop(database).BuildServiceProvider();

    /// <summary>Does jobs until it is told to stop.</summary>
    internal static async Task<int> RunAsync(IServiceProvider services, bool once, TextWriter output, CancellationToken cancellation)
    {
        await services.GetRequiredService<IShopDatabase>().PrepareAsync(cancellation);
        var worker = services.GetRequiredService<JobWorker>();
        if (once)
        {
            await output.WriteLineAsync($"{await worker.DrainAsync(cancellation)} jobs were done.");
            return ExitCode.Success;
        }

        await output.WriteLineAsync("Working. Stop with Ctrl+C; what is under way then is put back.");
        await worker.RunAsync(cancellation);
        return ExitCode.Success;
    }

    private static ProjectorFactory Factory(EngineOption engine) => weights => new PictureProjector(weights, engine);
}
