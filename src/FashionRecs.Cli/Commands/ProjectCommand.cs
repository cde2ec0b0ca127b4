using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Projection;
using FashionRecs.Vision.Engines;
using FashionRecs.Vision.Imaging;
using FashionRecs.Vision.Inference;
using FashionRecs.Vision.Saliency;

namespace FashionRecs.Cli.Commands;

/// <summary><c>fashionrecs project</c>: values and boxes of pictures, one JSON line each.</summary>
internal static class ProjectCommand
{
    private static readonly JsonSerializerOptions Options =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static Command Create()
    {
        var paths = new Argument<string[]>("path") { Description = "Pictures and folders of pictures.", Arity = ArgumentArity.OneOrMore };
        var json = new Option<string?>("--json") { Description = "Write JSON lines to a file, or to the output with \"-\"." };
        var overlays = new Option<string?>("--overlays")
        {
            Description = "Folder for pictures with map and outline drawn, one per visible attribute.",
        };
        var features = new Option<string?>("--features")
        {
            Description = "Write the features of pictures and regions as NumPy arrays beside this .npy file, with CSV indexes.",
        };
        var grid = new Option<string>("--grid")
        {
            Description = "What regions are pooled to, height x width.", DefaultValueFactory = _ => PoolGrid.Default.ToString(),
        };
        var weights = new Option<string?>("--weights") { Description = "Weights file; default the one that ships with the project." };
        var input = InputOption.Create();
        var engine = EngineOptionArgument.Create();
        var command = new Command("project", "Project pictures into the attribute space.")
        {
            paths, json, overlays, features, grid, weights, input, engine,
        };
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetValue(paths)!, parsed.GetValue(json), parsed.GetValue(overlays),
            parsed.GetValue(features), ParseGrid(parsed.GetValue(grid)!), parsed.GetValue(weights),
            InputOption.Parse(parsed.GetValue(input)), parsed.GetValue(engine), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string[] paths, string? json, string? overlays, string? features, PoolGrid grid,
        string? weights, InputSize? input, EngineOption wanted, CancellationToken cancellation)
    {
        if (features is not null && !features.EndsWith(".npy", StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidDataException($"--features '{features}' must end in .npy.");
        }

        string[] files = [.. paths.SelectMany(FolderProjection.Files)];
        using var engine = ProjectionEngine.Load(weights, input: input, engine: wanted);
        await using var output = json is null or "-" ? Console.Out : new StreamWriter(json);
        if (overlays is not null)
        {
            Directory.CreateDirectory(overlays);
        }

        using var featureFiles = features is null ? null : new FeatureFiles(features, engine.Weights.Shape.Features, grid);
        var failed = 0;
        await foreach (var file in FolderProjection.RunAsync(engine, files, features is null ? null : grid, PictureJudge.ReadFile,
            cancellation))
        {
            failed += file.Error is null ? 0 : 1;
            await output.WriteLineAsync(json is null ? Readable(file) : JsonSerializer.Serialize(ToRecord(file), Options));
            if (overlays is not null && file.Result is { } mapped)
            {
                await DrawAsync(file.Path, mapped, overlays, engine, cancellation);
            }

            if (file.Result is not null)
            {
                featureFiles?.Add(file.Path, file.Result);
            }
        }

        featureFiles?.Complete();

        if (failed > 0)
        {
            await Console.Error.WriteLineAsync($"{failed} of {files.Length} pictures could not be projected.");
        }

        return failed == 0 ? ExitCode.Success : ExitCode.Partial;
    }

    private static PoolGrid ParseGrid(string text)
    {
        try
        {
            return PoolGrid.Parse(text);
        }
        catch (FormatException exception)
        {
            throw new InvalidDataException($"--grid: {exception.Message}", exception);
        }
    }

    private static async Task DrawAsync(string path, MappedPicture mapped, string folder, ProjectionEngine engine,
        CancellationToken cancellation)
    {
        var bytes = PictureJudge.ReadFile(path);
        foreach (var attribute in mapped.Picture.Attributes.Where(attribute => attribute.Region is not null))
        {
            var name = $"{Path.GetFileNameWithoutExtension(path)}.{attribute.Attribute.Code}.png";
            await File.WriteAllBytesAsync(Path.Combine(folder, name), ProjectionOverlay.Draw(bytes, mapped, attribute, engine),
                cancellation);
        }
    }

    private static string Readable(FileProjection file)
    {
        var words = file.Result?.Picture.Attributes.Where(attribute => attribute.Visible >= Visibility.Shown)
            .Select(attribute => $"{attribute.Top.Phrase} {attribute.Probabilities[attribute.Top.Position]:P0}");
        return $"{file.Path}: {file.Error ?? (words!.Any() ? string.Join(", ", words!) : GarmentPresence.Missing)}";
    }

    private static PictureRecord ToRecord(FileProjection file) => new(
        file.Path, file.Result?.Picture.Width, file.Result?.Picture.Height, file.Result?.Picture.Attributes.Select(ToRecord).ToArray(),
        file.Error);

    private static AttributeRecord ToRecord(ProjectedAttribute attribute) => new(
        attribute.Attribute.Code,
        [.. attribute.Attribute.Values.Select(value => new ValueRecord(value.Code, attribute.Probabilities[value.Position]))],
        attribute.Top.Code,
        attribute.Visible,
        attribute.Region?.Box is { } box ? [box.X, box.Y, box.Width, box.Height] : null,
        attribute.Region?.Share ?? 0,
        attribute.Region?.Outline?.Polygons.Select(polygon => polygon.Select(point => (float[])[point.X, point.Y]).ToArray()).ToArray());

    private sealed record PictureRecord(string Image, int? Width, int? Height, AttributeRecord[]? Attributes, string? Error);

    private sealed record AttributeRecord(string Attribute, ValueRecord[] Values, string Top, float Visible, int[]? Box, float BoxShare,
        float[][][]? Outline);

    private sealed record ValueRecord(string Value, float Probability);
}
