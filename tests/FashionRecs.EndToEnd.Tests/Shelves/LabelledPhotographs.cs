using FashionRecs.Domain.Files;

namespace FashionRecs.EndToEnd.Tests.Shelves;

/// <summary>Real product photographs with the letters people gave them.</summary>
internal static class LabelledPhotographs
{
    /// <summary>Their folder, or null where there is none.</summary>
    public static string? TryFind() => DataFolder.TryFind("photos");

    /// <summary>Their folder; skips the test where there is none.</summary>
    public static string Folder()
    {
        var photos = TryFind();
        Assert.SkipWhen(photos is null, $"There are no photographs; set {DataFolder.Variable} to the data folder.");
        return photos;
    }

    /// <summary>Pictures of one shop, each with its letters by attribute.</summary>
    public static IEnumerable<(string Image, Dictionary<string, string> Tags)> Read(string photos) =>
        File.ReadLines(Path.Combine(photos, "Annotations", "label.csv"))
            .Where(line => line.StartsWith("Images/hm/", StringComparison.Ordinal))
            .Select(line => line.Split(','))
            .GroupBy(row => row[0])
            .Select(group =>
                (group.Key, group.ToDictionary(row => row[1].Replace("_labels", "", StringComparison.Ordinal), row => row[2])));
}
