using System.Text.Json;

namespace FashionRecs.Recommenders.Features;

/// <summary>Weights of shares by name, as a JSON file: what is held of them before a shop's own purchases are seen.</summary>
public static class ShareWeights
{
    private const int Digits = 4;

    /// <summary>The weights that ship with the project.</summary>
    public static string ShippedPath => Path.Combine(AppContext.BaseDirectory, "seed", "models", "share-weights.json");

    /// <summary>No share counts before purchases say so.</summary>
    public static IReadOnlyDictionary<string, double> None { get; } = new Dictionary<string, double>();

    /// <summary>Reads weights.</summary>
    /// <exception cref="InvalidDataException">The file is not a JSON object of numbers that are at least 0.</exception>
    public static IReadOnlyDictionary<string, double> Load(string path)
    {
        try
        {
            var weights = JsonSerializer.Deserialize<Dictionary<string, double>>(File.ReadAllText(path));
            return weights is not null && weights.Values.All(weight => weight >= 0 && double.IsFinite(weight))
                ? weights
                : throw new InvalidDataException($"The weights '{path}' hold a number that is below 0.");
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"The weights '{path}' are not a JSON object of numbers: {exception.Message}", exception);
        }
    }

    /// <summary>Writes what a fitted sum learned.</summary>
    public static void Save(string path, ShareSum fitted) => File.WriteAllText(path, JsonSerializer.Serialize(
        fitted.Terms.Select((term, index) => (term.Name, Weight: Math.Round(fitted.Likeliest[index], Digits)))
            .Where(pair => pair.Weight > 0).ToDictionary(pair => pair.Name, pair => pair.Weight),
        new JsonSerializerOptions { WriteIndented = true }) + "\n");
}
