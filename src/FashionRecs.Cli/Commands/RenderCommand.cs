using System.CommandLine;
using System.Globalization;
using FashionRecs.Domain.Attributes;
using FashionRecs.Garments.Sets;

namespace FashionRecs.Cli.Commands;

/// <summary><c>fashionrecs render</c>: writes a FashionAI-format set of drawn garments with their true regions.</summary>
internal static class RenderCommand
{
    public static Command Create()
    {
        var folder = new Option<string>("--out") { Description = "Folder to write the set into.", Required = true };
        var count = new Option<int>("--count") { Description = "Number of pictures.", DefaultValueFactory = _ => 1000 };
        var size = new Option<string>("--size") { Description = "Width×height in pixels, for example 192x288.",
            DefaultValueFactory = _ => "192x288" };
        var seed = new Option<ulong>("--seed") { Description = "The same seed writes the same pictures.", DefaultValueFactory = _ => 1UL };
        var themes =
            new Option<string[]>("--values") { Description =
            "Which values to show and how often, as attribute:value or attribute:value=WEIGHT with a whole weight from 1 to 1000 "
                + "(repeatable); 'all' stands for every value once. Default: all, evenly.", AllowMultipleArgumentsPerToken = true };
        var calm = new Option<bool>("--calm") { Description = "A shop's calm ground and flat garments only." };
        var masks = new Option<bool>("--masks") { Description = "Write the true region of every visible attribute as a PNG mask, too." };
        var neighbours =
            new Option<bool>("--maybe-neighbours") { Description =
            "Label the lengths next to the one shown as 'may be', as photographs labelled by words are; for training beside them." };
        var threads = new Option<int>("--threads") { Description = "Pictures drawn at once.", DefaultValueFactory = _ => -1 };
        var command =
            new Command("render", "Draw a labelled set of garments.") { folder, count, size, seed, themes, calm, masks, neighbours,
            threads };
        command.SetAction((parsed, cancellation) =>
        {
            var (width, height) = Size(parsed.GetValue(size)!);
            if (parsed.GetValue(count) < 1)
            {
                throw new InvalidDataException("--count must be at least 1.");
            }

            var options = new RenderedSetOptions(parsed.GetValue(folder)!, parsed.GetValue(count), width, height, parsed.GetValue(seed))
            {
                Themes = ThemeTurns.Of([.. (parsed.GetValue(themes) ?? []).SelectMany(Values)]), Cluttered = !parsed.GetValue(calm),
                Masks = parsed.GetValue(masks), MaybeNeighbours = parsed.GetValue(neighbours),
                Threads = parsed.GetValue(threads) is > 0 and var some ? some : -1,
            };
            RenderedSetWriter.Write(options, AttributeVocabularyFile.Default, done => Console.Error.Write($"\r{done} of {options.Count}"),
                cancellation);
            Console.WriteLine($"Wrote {options.Count} pictures of {width}×{height} to {options.Folder}.");
            return Task.FromResult(ExitCode.Success);
        });
        return command;
    }

    private static (int Width, int Height) Size(string text)
    {
        var parts = text.Split('x', '×');
        return parts.Length == 2 && int.TryParse(parts[0], out var width) && int.TryParse(parts[1], out var height)
            && width is >= 32 and <= 4096 && height is >= 32 and <= 4096
            ? (width, height)
            : throw new InvalidDataException($"--size '{text}' is not width×height with sides from 32 to 4096, for example 192x288.");
    }

    private static IEnumerable<(AttributeValue Value, int Weight)> Values(string text)
    {
        var vocabulary = AttributeVocabularyFile.Default;
        if (text == "all")
        {
            return vocabulary.Values.Select(value => (value, 1));
        }

        var (name, weight) = text.Split('=', 2) is [var before, var after]
            ? (before, int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var some) ? some : 0) : (text, 1);
        if (weight is < 1 or > 1000)
        {
            throw new InvalidDataException($"--values '{text}' has no whole weight from 1 to 1000 after the equals sign.");
        }

        var parts = name.Split(':', 2);
        return (parts.Length == 2 ? vocabulary.TryFind(parts[0], parts[1]) : null) is { } value
            ? [(value, weight)]
            : throw new InvalidDataException(
                $"--values '{text}' is not attribute:value of the vocabulary; 'fashionrecs vocabulary' lists them.");
    }
}
