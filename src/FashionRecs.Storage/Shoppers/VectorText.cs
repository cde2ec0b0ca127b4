using System.Collections.Frozen;
using System.Text.Encodings.Web;
using System.Text.Json;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;

namespace FashionRecs.Storage.Shoppers;

/// <summary>
/// Vectors as text that says what it means: <c>{"neckline_design:V Neckline":128}</c>, the amount of each value in 128ths; values a product
/// has nothing of are left out. Read under another vocabulary, the values that it still has keep their amounts, and the others count
/// nothing. Safe to share between threads.
/// </summary>
internal sealed class VectorText(AttributeVocabulary vocabulary)
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly FrozenDictionary<string, int> places =
        vocabulary.Values.ToFrozenDictionary(value => value.FullCode(), value => value.Index, StringComparer.Ordinal);

    /// <summary>Writes a vector of this vocabulary.</summary>
    public string Write(ItemVector vector) => JsonSerializer.Serialize(
        vocabulary.Values.Where(value => vector.Quanta[value.Index] > 0)
            .ToDictionary(value => value.FullCode(), value => (int)vector.Quanta[value.Index]), Options);

    /// <summary>The amounts by full code, as they were written.</summary>
    public static IReadOnlyDictionary<string, int> Amounts(string text) => JsonSerializer.Deserialize<Dictionary<string, int>>(text) ?? [];

    /// <summary>Reads a vector that was written under any vocabulary.</summary>
    /// <exception cref="InvalidDataException">An amount is none.</exception>
    public ItemVector Read(string text)
    {
        var quanta = new byte[places.Count];
        foreach (var (code, amount) in Amounts(text))
        {
            if (places.TryGetValue(code, out var place))
            {
                quanta[place] = amount is >= 0 and <= ItemVector.Scale ? (byte)amount
                    : throw new InvalidDataException($"A stored vector has {amount} of '{code}'.");
            }
        }

        return ItemVector.FromQuanta(quanta);
    }
}
