using System.Globalization;
using FashionRecs.Training.Attention;

namespace FashionRecs.Cli.Learning;

/// <summary>Settings of the region attention as they are written on the command line: "epochs=6,rate=0.001".</summary>
internal static class AttentionSettings
{
    /// <summary>Reads settings; those that are not named stay as they are by default.</summary>
    /// <exception cref="InvalidDataException">A name is unknown, or a number is none.</exception>
    public static RegionAttentionOptions Parse(string text, int seed)
    {
        var usual = new RegionAttentionOptions();
        var given = new Dictionary<string, double>(StringComparer.Ordinal)
        {
            ["size"] = usual.Size, ["hidden"] = usual.Hidden, ["batch"] = usual.Batch, ["others"] = usual.Others,
            ["history"] = usual.History, ["epochs"] = usual.Epochs, ["rate"] = usual.Rate, ["decay"] = usual.Decay,
        };
        foreach (var pair in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (pair.Split('=') is not [var name, var number] || !given.ContainsKey(name)
                || !double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !(value >= 0))
            {
                throw new InvalidDataException($"'{pair}' is no setting; there are {string.Join(", ", given.Keys)}, each with a number.");
            }

            given[name] = value;
        }

        return new RegionAttentionOptions
        {
            Size = (int)given["size"], Hidden = (int)given["hidden"], Batch = (int)given["batch"], Others = (int)given["others"],
            History = (int)given["history"], Epochs = (int)given["epochs"], Rate = given["rate"], Decay = given["decay"], Seed = seed,
        };
    }
}
