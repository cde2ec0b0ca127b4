using System.Text.Json;

namespace FashionRecs.Application.Shop.Tastes;

/// <summary>What was learned from the shop's own shoppers, as far as it is used instead of what ships.</summary>
/// <param name="Prior">What to believe of a new shopper, as a prior's file says it; null for the one that ships.</param>
/// <param name="Weights">What each kind of evidence counts, by name; null for those that ship.</param>
/// <param name="Sentence">When it was learned, from how many, and what came of measuring it.</param>
public sealed record LearnedTaste(string? Prior, IReadOnlyDictionary<string, double>? Weights, string Sentence)
{
    /// <summary>Whether anything of it is used.</summary>
    public bool IsUsed => Prior is not null || Weights is not null;

    /// <summary>As it is kept.</summary>
    public string Write() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    /// <summary>What <see cref="Write"/> wrote; null where there is nothing that can be read.</summary>
    public static LearnedTaste? TryRead(string? text)
    {
        try
        {
            return text is { Length: > 0 } ? JsonSerializer.Deserialize<LearnedTaste>(text, JsonSerializerOptions.Web) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
