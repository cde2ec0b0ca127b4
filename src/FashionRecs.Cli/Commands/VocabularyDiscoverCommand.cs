using System.CommandLine;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Hashing;
using FashionRecs.Domain.Texts;
using FashionRecs.Recommenders.Purchases;
using FashionRecs.Training.Discovery;
using FashionRecs.Vision.Inference;

namespace FashionRecs.Cli.Commands;

/// <summary>
/// <c>fashionrecs vocabulary discover</c>: words of product texts that the network's units respond to and the vocabulary lacks.
/// </summary>
internal static class VocabularyDiscoverCommand
{
    private const int HeldOutTenths = 3;

    private static readonly DiscoveryOptions Defaults = new();

    private static readonly Option<string> Products =
        new("--products") { Description = "Product list with names and descriptions.", Required = true };
    private static readonly Option<string> Features =
        new("--features") { Description = "The .npy file that \"project --features\" wrote of their pictures.", Required = true };
    private static readonly Option<string[]> LeaveOut =
        new("--leave-out") { Description = "Further words that are not looked at.", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<int> Least =
        new("--least") { Description = "Least products with a word to fit on.", DefaultValueFactory = _ => Defaults.LeastFitted };
    private static readonly Option<int> LeastHeldOut =
        new("--least-held-out") { Description = "Least held-out products with it.", DefaultValueFactory = _ => Defaults.LeastHeldOut };
    private static readonly Option<int> Top =
        new("--top") { Description = "Words on the sheet and in the printed table.", DefaultValueFactory = _ => 30 };
    private static readonly Option<int> Examples =
        new("--examples") { Description = "Pictures per row of the sheet.", DefaultValueFactory = _ => 6 };
    private static readonly Option<string?> Sheet =
        new("--sheet") { Description = "Folder for a page with examples and their maps." };
    private static readonly Option<string?> Weights =
        new("--weights") { Description = "Weights that the features come from; default those that ship with the project." };
    private static readonly Option<string?> Adopt =
        new("--adopt") { Description = "Write a vocabulary and weights that have this word as one attribute more." };
    private static readonly Option<string?> Out =
        new("--out") { Description = "Folder for attributes.json and attributes.safetensors of --adopt." };
    private static readonly Option<int> Seed =
        new("--seed") { Description = "Of the division and of the control by lot.", DefaultValueFactory = _ => Defaults.Seed };
    private static readonly Option<string?> Json =
        new("--json") { Description = "Write all words as JSON to a file, or to the output with \"-\"." };

    public static Command Create()
    {
        var engine = EngineOptionArgument.Create();
        var command = new Command("discover", "Find words of product texts that the network sees and the vocabulary lacks.")
        {
            Products, Features, LeaveOut, Least, LeastHeldOut, Top, Examples, Sheet, Weights, Adopt, Out, Seed, Json, engine,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var options = Defaults with
            {
                LeastFitted = parsed.GetValue(Least), LeastHeldOut = parsed.GetValue(LeastHeldOut), Seed = parsed.GetValue(Seed),
            };
            if (options.LeastFitted < 2 || options.LeastHeldOut < 2 || parsed.GetValue(Top) < 1 || parsed.GetValue(Examples) < 1)
            {
                throw new InvalidDataException("--least and --least-held-out must be at least 2, --top and --examples at least 1.");
            }

            var list = ShopProducts.Read(parsed.GetValue(Products)!);
            var products = Described(list, parsed.GetValue(Features)!, options.Seed);
            var words = new WordDiscovery(options).Run(products, LeftOut(list, parsed.GetValue(LeaveOut)));
            await DiscoveryTable.WriteAsync(parsed.GetValue(Json), products, words, parsed.GetValue(Top), cancellation);
            if (parsed.GetValue(Sheet) is { } folder)
            {
                using var network = ProjectionEngine.Load(parsed.GetValue(Weights), engine: parsed.GetValue(engine));
                using var maps = new WordMaps(network);
                new DiscoverySheet(maps, parsed.GetValue(Examples)).Write(folder, [.. words.Take(parsed.GetValue(Top))],
                    [.. products.Where(product => product.IsHeldOut)]);
            }

            if (parsed.GetValue(Adopt) is { } adopted)
            {
                var word = words.FirstOrDefault(one => one.Word == adopted)
                    ?? throw new InvalidDataException($"The word '{adopted}' was not found; see the table without --adopt.");
                WordAdoption.Write(parsed.GetValue(Out) ?? throw new InvalidDataException("--adopt needs --out."), word, products,
                    parsed.GetValue(Weights));
            }

            return ExitCode.Success;
        });
        return command;
    }

    /// <summary>Products of the same name fall on the same side: their texts are often the same.</summary>
    private static List<DescribedProduct> Described(ShopProducts list, string features, int seed) =>
    [
        .. ListedPicture.Read(list, features)
            .Select(one => (one, Words: KnownWords.Of(one.Product.Name, one.Product.Description)))
            .Where(pair => pair.Words.Count > 0)
            .Select(pair => new DescribedProduct(pair.one.Product.Code, pair.one.Product.Type, pair.one.Picture, pair.Words,
                pair.one.Features, IsHeldOut(pair.one.Product, seed))),
    ];

    /// <summary>Whether heads are measured on a product rather than fitted.</summary>
    internal static bool IsHeldOut(ListedProduct product, int seed) =>
        Fnv1A32.Hash($"discover:{seed}:{product.Name}") % 10 < HeldOutTenths;

    /// <summary>What the vocabulary, the language and the shop's own columns say already.</summary>
    private static HashSet<string> LeftOut(ShopProducts list, string[]? further) =>
    [
        .. KnownWords.Of(AttributeVocabularyFile.Default), .. KnownWords.Of(TextLanguagesFile.Default), .. KnownWords.Of(further ?? []),
        .. KnownWords.Of(list.Products.SelectMany(product =>
            new[] { product.Type, product.Group, product.Section, product.Colour, product.Pattern }).Distinct(StringComparer.Ordinal)),
    ];
}
