using System.CommandLine;
using System.Text.Json;
using FashionRecs.Vision.Imaging;
using FashionRecs.Vision.Inference;

namespace FashionRecs.Cli.Commands;

/// <summary><c>fashionrecs maps</c>: the maps, logits and biases of one picture.</summary>
internal static class MapsCommand
{
    public static Command Create()
    {
        var path = new Argument<string>("image");
        var json = new Option<string>("--json") { Description = "Write JSON to a file, or to the output with \"-\".",
            DefaultValueFactory = _ => "-" };
        var weights = new Option<string?>("--weights") { Description = "Weights file; default the one that ships with the project." };
        var input = InputOption.Create();
        var engineOption = EngineOptionArgument.Create();
        var command = new Command("maps", "Print one activation map per value.") { path, json, weights, input, engineOption };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var engine = ProjectionEngine.Load(parsed.GetValue(weights), input: InputOption.Parse(parsed.GetValue(input)),
                engine: parsed.GetValue(engineOption));
            using var renderer = new InputRenderer(engine.Weights.Input);
            var mapped = engine.Project([PictureInput.Create(PictureDecoder.ReadFile(parsed.GetValue(path)!), renderer)])[0];
            var text = JsonSerializer.Serialize(new
            {
                input = new[] { engine.Weights.Input.Height, engine.Weights.Input.Width },
                maps = mapped.Maps.Select(map => map.Values.ToArray().Chunk(map.Columns)),
                logits = mapped.Logits,
                biases = engine.Biases,
            });
            if (parsed.GetValue(json) is { } target && target != "-")
            {
                await File.WriteAllTextAsync(target, text, cancellation);
            }
            else
            {
                Console.WriteLine(text);
            }

            return ExitCode.Success;
        });
        return command;
    }
}
