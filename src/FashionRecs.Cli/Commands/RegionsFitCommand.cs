using System.CommandLine;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Files;
using FashionRecs.Training.Datasets;
using FashionRecs.Training.Localization.Truth;
using FashionRecs.Training.Regions;
using FashionRecs.Vision.Backbones;

namespace FashionRecs.Cli.Commands;

/// <summary><c>fashionrecs regions fit</c>: fits the head that says where the parts of a garment are.</summary>
internal static class RegionsFitCommand
{
    /// <summary>Every so many drawings, one serves the choice of rules rather than the fit.</summary>
    private const int HeldOutEvery = 8;

    private static readonly RegionHeadOptions Defaults = new();

    private static readonly Option<string?> Images = new("--images")
    {
        Description = "Folder with landmarks.csv and Annotations/label.csv; default photos in the data folder.",
    };
    private static readonly Option<string?> Split = new("--split")
    {
        Description = "The training run's split.tsv, which saves hashing all pictures; written when it is missing.",
    };
    private static readonly Option<string[]> Renders = new("--renders") { Description = "Folders written by 'render --masks'." };
    private static readonly Option<int> Drawings = new("--drawings")
    {
        Description = "At most this many drawings of each folder.", DefaultValueFactory = _ => 1200,
    };
    private static readonly Option<string?> Weights = new("--weights")
    {
        Description = "Weights file of the network; default the one that ships with the project.",
    };
    private static readonly Option<int> Epochs = new("--epochs")
    {
        Description = "Passes over the examples.", DefaultValueFactory = _ => Defaults.Epochs,
    };
    private static readonly Option<int> Width = new("--width")
    {
        Description = "Channels inside the head, a multiple of 16.", DefaultValueFactory = _ => Defaults.Width,
    };
    private static readonly Option<int> Placements = new("--placements")
    {
        Description = "How often each photograph is read, the first time as it is.", DefaultValueFactory = _ => Defaults.Placements,
    };
    private static readonly Option<int> Seed = new("--seed")
    {
        Description = "Of all that is random.", DefaultValueFactory = _ => Defaults.Seed,
    };
    private static readonly Option<string> Out = new("--out") { Description = "File to write.", Required = true };

    public static Command Create()
    {
        var command = new Command("fit", "Fit the head for regions on landmarks and the masks of drawings; rules are chosen on validation photographs and held-out drawings.")
        {
            Images, Split, Renders, Drawings, Weights, Epochs, Width, Placements, Seed, Out,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var vocabulary = AttributeVocabularyFile.Default;
        var photographs = parsed.GetValue(Images) ?? DataFolder.TryFind("photos")
            ?? throw new IOException($"There is no data folder; name --images, or set {DataFolder.Variable}.");
        var seed = parsed.GetValue(Seed);
        var drawings = (parsed.GetValue(Renders) ?? []).SelectMany(folder => Some(folder, vocabulary, parsed.GetValue(Drawings))).ToArray();
        var options = new RegionHeadOptions
        {
            Epochs = parsed.GetValue(Epochs), Width = ChannelBlocks.Checked(parsed.GetValue(Width), "A head for regions"),
            Placements = parsed.GetValue(Placements), Seed = seed,
        };
        var fit = new RegionHeadFit(parsed.GetValue(Weights) ?? AttributeModelFile.ShippedPath, options, Console.Error.WriteLine);
        await fit.RunAsync(
            LandmarkSet.Load(photographs, vocabulary, SplitPart.Train, parsed.GetValue(Split), seed, int.MaxValue, shown: false),
            [.. drawings.Where((_, at) => at % HeldOutEvery != 0).SelectMany(picture => picture)],
            [
                LandmarkSet.Load(photographs, vocabulary, SplitPart.Validation, parsed.GetValue(Split), seed, int.MaxValue),
                [.. drawings.Where((_, at) => at % HeldOutEvery == 0).SelectMany(picture => picture)],
            ],
            parsed.GetValue(Out)!, cancellation);
        return ExitCode.Success;
    }

    private static IEnumerable<TrueRegion[]> Some(string folder, AttributeVocabulary vocabulary, int most) =>
        RenderedRegionFile.Read(folder, vocabulary).GroupBy(region => region.Path).Take(most).Select(picture => picture.ToArray());
}
