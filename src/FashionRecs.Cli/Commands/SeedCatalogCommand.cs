using System.CommandLine;
using FashionRecs.Domain.Attributes;
using FashionRecs.Garments.Catalog;

namespace FashionRecs.Cli.Commands;

/// <summary><c>fashionrecs seed-catalog</c>: draws the catalog that ships with the shop.</summary>
internal static class SeedCatalogCommand
{
    public static Command Create()
    {
        var folder = new Option<string>("--out") { Description = "Folder to write products.jsonl and pictures/ into.", Required = true };
        var count = new Option<int>("--count") { Description = "Number of products.", DefaultValueFactory = _ => 600 };
        var seed = new Option<ulong>("--seed") { Description = "The same seed draws the same catalog.", DefaultValueFactory = _ => 2026UL };
        var threads = new Option<int>("--threads") { Description = "Pictures drawn at once.", DefaultValueFactory = _ => -1 };
        var command = new Command("seed-catalog", "Draw the catalog that ships with the shop.") { folder, count, seed, threads };
        command.SetAction((parsed, cancellation) =>
        {
            var products = SeedCatalogWriter.Write(
                parsed.GetValue(folder)!, Math.Max(1, parsed.GetValue(count)), parsed.GetValue(seed), AttributeVocabularyFile.Default,
                parsed.GetValue(threads) is > 0 and var some ? some : -1, cancellation);
            Console.WriteLine($"Wrote {products.Count} products to {parsed.GetValue(folder)}.");
            return Task.FromResult(ExitCode.Success);
        });
        return command;
    }
}
