using System.CommandLine;
using System.Text.Json;
using FashionRecs.Domain.Projection;
using FashionRecs.Garments.Catalog;
using FashionRecs.Vision.Inference;

namespace FashionRecs.Cli.Commands;

/// <summary><c>fashionrecs seed-readings</c>: lets the network read the seed catalog once, so that a fresh shop need not.</summary>
internal static class SeedReadingsCommand
{
    public static Command Create()
    {
        var folder = new Option<string>("--catalog") { Description = "Folder with products.jsonl and pictures/.", Required = true };
        var weights = new Option<string?>("--weights") { Description = "Weights to read with; default: those that ship." };
        var command =
            new Command("seed-readings", "Write readings.json beside the seed catalog, with the weights' fingerprint.") { folder, weights };
        command.SetAction(async (parsed, cancellation) =>
        {
            var root = parsed.GetValue(folder)!;
            using var projector = new PictureProjector(parsed.GetValue(weights));
            var readings = new Dictionary<string, ProjectedPicture>();
            foreach (var line in await File.ReadAllLinesAsync(Path.Combine(root, "products.jsonl"), cancellation))
            {
                var product = JsonSerializer.Deserialize<CatalogProduct>(line, SeedCatalogWriter.Json)
                    ?? throw new InvalidDataException($"products.jsonl in '{root}' has an empty line.");
                readings[product.Image] =
                    await projector.ProjectAsync(await File.ReadAllBytesAsync(Path.Combine(root, product.Image), cancellation),
                    cancellation);
            }

            new ProjectionsFile(projector.Fingerprint, readings).Save(Path.Combine(root, "readings.json"));
            Console.WriteLine($"Wrote {readings.Count} readings of the weights {projector.Fingerprint} to {root}.");
            return ExitCode.Success;
        });
        return command;
    }
}
