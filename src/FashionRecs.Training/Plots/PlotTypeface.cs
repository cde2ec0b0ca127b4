using SkiaSharp;

namespace FashionRecs.Training.Plots;

/// <summary>
/// A typeface for labels of plots. SkiaSharp without system dependencies finds no installed fonts by itself, so their files are looked for.
/// </summary>
internal static class PlotTypeface
{
    private static readonly string[] Folders =
    [
        "/usr/share/fonts", "/usr/local/share/fonts", "/Library/Fonts", "/System/Library/Fonts",
        Environment.GetFolderPath(Environment.SpecialFolder.Fonts),
    ];

    /// <summary>The plainest sans-serif that this machine has; without any, labels stay blank.</summary>
    public static SKTypeface Find()
    {
        var files = Folders.Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.ttf", SearchOption.AllDirectories))
            .OrderBy(file =>
                Array.FindIndex(Preferred,
                name => Path.GetFileName(file).Equals(name, StringComparison.OrdinalIgnoreCase)) is var place and >= 0 ? place
                : Preferred.Length)
            .ThenBy(file => file, StringComparer.Ordinal);
        return files.Select(SKTypeface.FromFile).FirstOrDefault(typeface => typeface is not null) ?? SKTypeface.Default;
    }

    private static readonly string[] Preferred = ["DejaVuSans.ttf", "LiberationSans-Regular.ttf", "NotoSans-Regular.ttf", "Arial.ttf"];
}
