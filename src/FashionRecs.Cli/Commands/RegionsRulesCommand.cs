using System.CommandLine;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Files;
using FashionRecs.Training.Datasets;
using FashionRecs.Training.Localization.Truth;
using FashionRecs.Training.Regions;
using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Regions;
using FashionRecs.Vision.Torch.Regions;

namespace FashionRecs.Cli.Commands;

/// <summary><c>fashionrecs regions rules</c>: chooses again how parts are cut out of maps, for a head that is kept as it is.</summary>
internal static class RegionsRulesCommand
{
    private static readonly Option<string?> Images = new("--images")
    {
        Description = "Folder with landmarks.csv and Annotations/label.csv; default photos in the data folder.",
    };
    private static readonly Option<string?> Split = new("--split")
    {
        Description = "The training run's split.tsv, which saves hashing all pictures; written when it is missing.",
    };
    private static readonly Option<string[]> Renders = new("--renders")
    {
        Description = "Folders written by 'render --masks' that nothing was fitted on.",
    };
    private static readonly Option<string?> Weights = new("--weights")
    {
        Description = "Weights file of the network; default the one that ships with the project.",
    };
    private static readonly Option<int> Seed = new("--seed")
    {
        Description = "Of the division.", DefaultValueFactory = _ => new RegionHeadOptions().Seed,
    };
    private static readonly Option<string?> Outlines = new("--outlines-of")
    {
        Description = "Take the levels of outlines from this head's file in place of choosing them.",
    };
    private static readonly Option<string> Head = new("--head") { Description = "The head's file.", Required = true };
    private static readonly Option<string> Out = new("--out") { Description = "File to write.", Required = true };

    public static Command Create()
    {
        var command = new Command("rules",
            "Choose on validation photographs and drawings how parts are cut out of maps; the head itself stays as it is.")
        {
            Images, Split, Renders, Weights, Seed, Outlines, Head, Out,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var (vocabulary, seed) = (AttributeVocabularyFile.Default, parsed.GetValue(Seed));
        var photographs = parsed.GetValue(Images) ?? DataFolder.TryFind("photos")
            ?? throw new IOException($"There is no data folder; name --images, or set {DataFolder.Variable}.");
        var fit = new RegionHeadFit(parsed.GetValue(Weights) ?? AttributeModelFile.ShippedPath, new RegionHeadOptions { Seed = seed },
            Console.Error.WriteLine);
        var rules = await fit.ChooseAsync(
            parsed.GetValue(Head)!, vocabulary,
            [
                LandmarkSet.Load(photographs, vocabulary, SplitPart.Validation, parsed.GetValue(Split), seed, int.MaxValue),
                [.. (parsed.GetValue(Renders) ?? []).SelectMany(folder => RenderedRegionFile.Read(folder, vocabulary))],
            ],
            cancellation);
        if (parsed.GetValue(Outlines) is { } kept)
        {
            var other = RegionHeadFile.Load(kept, vocabulary);
            other.Head.Dispose();
            rules = other.KeepOutlines(rules);
        }

        var file = RegionHeadFile.Load(parsed.GetValue(Head)!, vocabulary);
        using (file.Head)
        {
            (file with { Rules = rules }).Save(parsed.GetValue(Out)!, vocabulary);
        }

        return ExitCode.Success;
    }
}
