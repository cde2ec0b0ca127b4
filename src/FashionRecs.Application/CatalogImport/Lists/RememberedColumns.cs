using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FashionRecs.Application.Settings;

namespace FashionRecs.Application.CatalogImport.Lists;

/// <summary>
/// Which column holds what, by what people said, for every source of lists: a set of headings. Kept with the shop's settings. Safe to share
/// between threads.
/// </summary>
public sealed class RememberedColumns(ISettingStore settings)
{
    /// <summary>
    /// What people said of lists with these headings: the plain heading of each field, "" for none; null where nobody said.
    /// </summary>
    public async Task<IReadOnlyDictionary<ListField, string>?> TryGetAsync(IReadOnlyList<string> headings,
        CancellationToken cancellation = default)
    {
        if (await settings.TryGetAsync(NameOf(headings), cancellation) is not { Length: > 0 } text
            || JsonSerializer.Deserialize<Dictionary<string, string>>(text) is not { } said)
        {
            return null;
        }

        // A field that a later version of the shop knows says nothing here.
        return said.Where(pair => Enum.TryParse<ListField>(pair.Key, out _))
            .ToDictionary(pair => Enum.Parse<ListField>(pair.Key), pair => pair.Value);
    }

    /// <summary>Keeps what a person said of lists with these headings; null forgets it.</summary>
    public Task SetAsync(IReadOnlyList<string> headings, IReadOnlyDictionary<ListField, string>? said,
        CancellationToken cancellation = default) => settings.SetAsync(
        NameOf(headings), said is null
            ? "" : JsonSerializer.Serialize(said.ToDictionary(pair => pair.Key.ToString(), pair => ListHeadings.Plain(pair.Value))),
            cancellation);

    private static string NameOf(IReadOnlyList<string> headings) => "import.columns." + Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes(string.Join('\n', headings.Select(ListHeadings.Plain).Order(StringComparer.Ordinal)))))[..24];
}
