using System.CommandLine;
using System.Globalization;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Embedding;
using FashionRecs.Domain.Statistics;
using FashionRecs.Domain.Texts;
using FashionRecs.Recommenders.Embedding;
using FashionRecs.Recommenders.Purchases;
using FashionRecs.Training.Discovery;
using FashionRecs.Vision.Backbones;

namespace FashionRecs.Cli.Commands;

/// <summary>
/// <c>fashionrecs vocabulary embed</c>: learns one space for the words of product texts and for pictures, and keeps the words that pictures
/// show.
/// </summary>
internal static class VocabularyEmbedCommand
{
    /// <summary>A word counts as visible where the interval of its area within types lies above this.</summary>
    private const double Visible = 0.6;

    private const int LeastHeldOut = 20;

    private static readonly JointEmbeddingOptions Defaults = new();

    private static readonly Option<string> Products =
        new("--products") { Description = "Product list with names and descriptions.", Required = true };
    private static readonly Option<string> Features =
        new("--features") { Description = "The .npy file that \"project --features\" wrote of their pictures.", Required = true };
    private static readonly Option<string?> Weights =
        new("--weights") { Description = "Weights that the features come from; default those that ship with the project." };
    private static readonly Option<int> Size =
        new("--size") { Description = "Numbers of a place.", DefaultValueFactory = _ => Defaults.Size };
    private static readonly Option<double> Ridge =
        new("--ridge") { Description = "Multiple of the mean variance that is added to each.", DefaultValueFactory = _ => Defaults.Ridge };
    private static readonly Option<string?> Out =
        new("--out") { Description = "Write the space and its visible words to this file." };
    private static readonly Option<int> Seed = new("--seed") { Description = "Of the division.", DefaultValueFactory = _ => 1 };

    public static Command Create()
    {
        var command = new Command("embed", "Learn one space for words of product texts and for pictures, for feedback in free words.")
        {
            Products, Features, Weights, Size, Ridge, Out, Seed,
        };
        command.SetAction(parsed =>
        {
            var seed = parsed.GetValue(Seed);
            ListedPicture[] all = [.. ListedPicture.Read(ShopProducts.Read(parsed.GetValue(Products)!), parsed.GetValue(Features)!)];
            var sides = all.ToLookup(one => VocabularyDiscoverCommand.IsHeldOut(one.Product, seed));
            DescribedPicture[] fitted = [.. sides[false].Select(one => new DescribedPicture(Text(one.Product), one.Features))];
            var embedding = new JointEmbeddingFit(fitted, Defaults with { Size = parsed.GetValue(Size) }).Fit(parsed.GetValue(Ridge));
            var measure = new TermMeasure(embedding, fitted,
                [.. sides[true].Select(one => (one.Product.Type, new DescribedPicture(Text(one.Product), one.Features)))]);
            var leftOut = LeftOut();
            (VisibleTerm Term, SeparationScore Within)[] terms = [.. embedding.Terms.Keys
                .Where(term => !term.Split(' ').Any(leftOut.Contains)).Order(StringComparer.Ordinal)
                .AsParallel().AsOrdered().Select(term => (measure.Fit(term), measure.WithinTypes(term)))];
            (VisibleTerm Term, SeparationScore Within)[] visible = [.. terms
                .Where(one => one.Within.With >= LeastHeldOut && one.Within.Interval.Low > Visible)
                .OrderByDescending(one => one.Within.Area)];
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{terms.Length} terms learned from {fitted.Length} products, measured on {sides[true].Count()}; of {visible.Length} the "
                    + $"95 % interval within types lies above {Visible}."));
            Console.WriteLine("\n| term | n | AUC within type |\n|---|---|---|");
            foreach (var (term, within) in visible)
            {
                Console.WriteLine($"| {term.Term} | {within.With} | {Cell(within.Interval)} |");
            }

            if (parsed.GetValue(Out) is { } path)
            {
                WordSpaceFile.Of(AttributeModelFile.Fingerprint(parsed.GetValue(Weights) ?? AttributeModelFile.ShippedPath),
                    string.Create(CultureInfo.InvariantCulture, $"{fitted.Length} product pictures with texts"), embedding,
                    visible.Select(one => one.Term)).Save(path);
            }

            return ExitCode.Success;
        });
        return command;
    }

    private static string Text(ListedProduct product) => $"{product.Name}. {product.Description}";

    /// <summary>What the vocabulary says better, and words that name nothing.</summary>
    private static HashSet<string> LeftOut() =>
        [.. KnownWords.Of(AttributeVocabularyFile.Default), .. KnownWords.Of(TextLanguagesFile.Default)];

    private static string Cell(BootstrapInterval area) =>
        string.Create(CultureInfo.InvariantCulture, $"{area.Mean:F3} ({area.Low:F3} to {area.High:F3})");
}
