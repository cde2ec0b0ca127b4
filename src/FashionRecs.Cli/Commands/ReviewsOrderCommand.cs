using System.CommandLine;
using System.Globalization;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Statistics;
using FashionRecs.Training.Datasets;
using FashionRecs.Training.Optimization;
using FashionRecs.Training.Reviews.Ordering;
using FashionRecs.Vision.Backbones;

namespace FashionRecs.Cli.Commands;

/// <summary>
/// <c>fashionrecs reviews order</c>: how many reviews ActiveLab's order saves, on photographs that people labelled and the network was not
/// trained on.
/// </summary>
internal static class ReviewsOrderCommand
{
    /// <summary>Photographs labelled by people, for these attributes.</summary>
    private static readonly string[] Sources = ["Images/deepfashion/", "Images/street/"];
    private static readonly string[] Compared = ["sleeve_length", "neckline_design", "skirt_length"];
    private static readonly ReviewOrderOptions Defaults = new();

    public static Command Create()
    {
        var labels = new Option<string?>("--labels") { Description = "FashionAI label file; default that of the data folder." };
        var images = new Option<string?>("--images") { Description = "Folder that the label file's picture paths start from." };
        var split = new Option<string?>("--split") { Description = "The training run's split.tsv, which saves hashing all pictures." };
        var weights = new Option<string?>("--weights") { Description = "Weights file; default the one that ships with the project." };
        var seeds = new Option<int>("--seeds") { Description = "Divisions of the photographs.", DefaultValueFactory = _ => 20 };
        var wrong = new Option<double>("--wrong-words")
        {
            Description = "Share of product words that are wrong.", DefaultValueFactory = _ => Defaults.WrongWords,
        };
        var anchor = new Option<double>("--anchor")
        {
            Description = "Penalty on the distance from the starting heads.", DefaultValueFactory = _ => Defaults.Anchor,
        };
        var choose = new Option<bool>("--validation")
        {
            Description = "Measure on the photographs that choices are made on, instead of those kept for reported results.",
        };
        var command = new Command("order", "Measure how many reviews the order by ActiveLab's score saves.")
        {
            labels, images, split, weights, seeds, wrong, anchor, choose,
        };
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetValue(labels), parsed.GetValue(images), parsed.GetValue(split), parsed.GetValue(weights), parsed.GetValue(seeds),
            parsed.GetValue(choose), Defaults with { WrongWords = parsed.GetValue(wrong), Anchor = parsed.GetValue(anchor) },
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string? labels, string? images, string? split, string? weights, int seeds,
        bool isChoice, ReviewOrderOptions options, CancellationToken cancellation)
    {
        var vocabulary = AttributeVocabularyFile.Default;
        var parts = SplitParts.Divide(LabelledPhotographs.Load(labels, images, vocabulary), split, new TrainingOptions().Seed);
        LabelledPicture[] unseen = [.. (isChoice ? parts.Validation : parts.Test)
            .Where(picture => Sources.Any(source => picture.Image.StartsWith(source, StringComparison.Ordinal)))];
        var outcomes = await new ReviewOrderStudy(vocabulary, options).RunAsync(weights ?? AttributeModelFile.ShippedPath, unseen,
            [.. Compared.Select(code => vocabulary[code])], seeds, Console.Error.WriteLine, cancellation);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{unseen.Length} photographs new to the network, {100 * options.WrongWords:0} % of the words wrong, {seeds} divisions"));
        foreach (var outcome in outcomes.Append(ReviewOrderOutcome.Together(outcomes)))
        {
            Print(outcome);
        }

        return ExitCode.Success;
    }

    private static void Print(ReviewOrderOutcome outcome)
    {
        var (random, scored) = (ReviewOrderOutcome.Mean(outcome.Random), ReviewOrderOutcome.Mean(outcome.Scored));
        Console.WriteLine($"\n{outcome.Attribute?.English ?? "All three together"}, n {outcome.Count}\nreviewed   random  ActiveLab");
        for (var round = 0; round < outcome.Rounds.Count; round++)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{100 * outcome.Rounds[round],6:0} %  {100 * random[round],5:0.0} %    {100 * scored[round],5:0.0} %"));
        }

        foreach (var part in (double[])[0.5, 0.8])
        {
            var ratio = outcome.RatioAt(part);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"for {100 * part:0} % of the whole gain {100 * ratio.Mean:0} % of the random order's reviews "
                    + $"[{100 * ratio.Low:0}, {100 * ratio.High:0}]"));
        }
    }
}
