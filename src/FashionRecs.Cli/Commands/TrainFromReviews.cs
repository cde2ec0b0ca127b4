using System.CommandLine;
using FashionRecs.Application;
using FashionRecs.Application.Models;
using FashionRecs.Application.Review.Learning;
using FashionRecs.Cli.Learning;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Cli.Commands;

/// <summary>
/// <c>fashionrecs train --from-reviews</c>: tunes the heads on what people reviewed in the shop, shows before and after, and asks before
/// taking them into use. The page Models asks a worker for the same.
/// </summary>
internal sealed class TrainFromReviews
{
    private readonly Option<bool> asked = new("--from-reviews")
    {
        Description = "Tune the heads on the shop's reviewed tags instead of training on a label file.",
    };
    private readonly Option<string?> database = new(ShopOption.Name) { Description = $"With --from-reviews: {ShopOption.Words}" };
    private readonly Option<bool> yes = new("--yes")
    {
        Description = "With --from-reviews: take the new weights into use without asking, unless they are worse at an attribute.",
    };

    /// <summary>Adds the options to the train command.</summary>
    public static TrainFromReviews AddTo(Command command)
    {
        var mode = new TrainFromReviews();
        command.Options.Add(mode.asked);
        command.Options.Add(mode.database);
        command.Options.Add(mode.yes);
        return mode;
    }

    /// <summary>Whether this is what the user wants.</summary>
    public bool IsAsked(ParseResult parsed) => parsed.GetValue(asked);

    /// <summary>Runs it.</summary>
    public Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation) =>
        RunAsync(parsed.GetValue(database), parsed.GetValue(yes) ? _ => "y" : Ask, cancellation);

    /// <summary>Tunes, compares, asks.</summary>
    /// <param name="database">The shop's database; null for the usual one.</param>
    /// <param name="answer">Reads the answer to a question.</param>
    /// <param name="cancellation">Stops between batches; nothing is taken into use then.</param>
    internal static async Task<int> RunAsync(string? database, Func<string, string?> answer, CancellationToken cancellation)
    {
        await using var services = new ServiceCollection().AddApplication().AddShop(database)
            .AddSingleton<IReviewLearner, ReviewLearner>().BuildServiceProvider();
        var learned = await services.GetRequiredService<IReviewLearner>().LearnAsync(
            (done, of) => Console.Error.WriteLine($"picture {done} of {of}"), cancellation);
        Print(learned.Report);
        Console.WriteLine(learned.Sentence);
        return learned.Fingerprint is null ? ExitCode.Success
            : await AskAsync(services.GetRequiredService<ModelRegistry>(), learned.Fingerprint, learned.Report, answer, cancellation);
    }

    /// <summary>Asks whether to take weights into use, and does it; worse ones want more than a yes.</summary>
    internal static async Task<int> AskAsync(ModelRegistry models, string fingerprint, LearningReport report, Func<string, string?> answer,
        CancellationToken cancellation)
    {
        var isWorse = report.Worse.Count > 0;
        if (isWorse)
        {
            Console.WriteLine($"On reviews held out they are worse than before: {string.Join(", ", report.Worse)}.");
        }

        var said = answer(isWorse
            ? $"Type “{LearningReport.Confirmation}” to take them into use all the same: "
            : "Take the new weights into use? The catalog is read anew in the background, and you can go back. [y/N] ")?.Trim();
        if (isWorse ? said != LearningReport.Confirmation : said is not ("y" or "Y" or "yes"))
        {
            Console.WriteLine("The shop stays as it is; the page Models shows the new weights beside those in use.");
            return isWorse && said is ("y" or "Y" or "yes") ? ExitCode.Partial : ExitCode.Success;
        }

        await models.UseAsync(fingerprint, "command line", isWorse, cancellation);
        Console.WriteLine($"{fingerprint} is in use.");
        return ExitCode.Success;
    }

    private static void Print(LearningReport report)
    {
        Console.WriteLine($"{"attribute",-18} {"learned",7} {"held out",8}  {"right before",-24} {"right after",-24} on the same pictures");
        foreach (var row in report.Attributes)
        {
            Console.WriteLine($"{row.Attribute,-18} {row.Learned,7} {row.Count,8}  {row.Before,-24} {row.After,-24} {row.Change}"
                + (row.IsChanged ? row.IsWorse ? " (worse)" : "" : " (left as it is)"));
        }
    }

    private static string? Ask(string question)
    {
        Console.Error.Write(question);
        return Console.ReadLine();
    }
}
