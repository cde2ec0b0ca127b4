using System.Globalization;
using FashionRecs.EndToEnd.Tests.Browsing;
using Microsoft.Playwright;

namespace FashionRecs.Benchmarks.Pages;

/// <summary>
/// What pages weigh and how fast they are on a telephone with slow 4G and a slow processor: <c>pages URL [rounds 5] [PATH…]</c>, against a
/// published server that runs. The largest of the rounds is printed beside the median, since other work on the machine slows a page down.
/// </summary>
internal static class PageMeasurement
{
    private static readonly string[] Usual = ["/", "/catalog", "/catalog?q=v+neck+black", "/style"];

    public static async Task<int> RunAsync(string[] options)
    {
        var rounds = options.Length > 1 ? int.Parse(options[1], CultureInfo.InvariantCulture) : 5;
        var paths = options.Length > 2 ? options[2..] : Usual;
        using var playwright = await Playwright.CreateAsync();
        var (started, sentence) = await BrowserSource.StartAsync(playwright);
        await using var browser = started ?? throw new InvalidDataException(sentence);
        Console.WriteLine($"390×844 twice as fine, {SlowPhone.Description}, nothing in the browser's cache, {rounds} rounds\n\n"
            + "| page | kB | requests | first paint, ms | LCP, ms | CLS | press, ms |\n|---|---|---|---|---|---|---|");
        var all = paths.ToDictionary(path => path, _ => new List<PageWeight>(), StringComparer.Ordinal);
        for (var round = 0; round < rounds; round++)
        {
            foreach (var path in paths) // Taking turns, so that each page meets the same moments of a busy machine.
            {
                all[path].Add(await SlowPhone.OpenAsync(browser, options[0].TrimEnd('/') + path));
            }
        }

        foreach (var path in paths)
        {
            Console.WriteLine($"| `{path}` | {Text(path, page => page.Kilobytes)} | {Text(path, page => page.Requests)} | "
                + $"{Text(path, page => page.FirstPaint)} | {Text(path, page => page.LargestPaint)} | "
                + $"{Text(path, page => page.Shift, "0.###")} | {Text(path, page => page.Press)} |");
        }

        return 0;

        string Text(string path, Func<PageWeight, double> figure, string format = "0")
        {
            double[] sorted = [.. all[path].Select(figure).Order()];
            var (median, largest) = (sorted[sorted.Length / 2], sorted[^1]);
            return median.ToString(format, CultureInfo.InvariantCulture) + (median == largest ? ""
                : $" ({largest.ToString(format, CultureInfo.InvariantCulture)})");
        }
    }
}
