using System.Text.Json;

namespace FashionRecs.Application.Models;

/// <summary>How weights made from reviews compare with those they were made from, on reviews that nothing was learned from.</summary>
/// <param name="Start">Fingerprint of the weights they were made from.</param>
/// <param name="Attributes">One line per attribute.</param>
public sealed record LearningReport(string Start, IReadOnlyList<LearningReportRow> Attributes)
{
    /// <summary>What has to be typed to take weights into use that are worse at an attribute.</summary>
    public const string Confirmation = "use worse weights";

    /// <summary>The attributes on which fewer answers are right than before, or that fit surely worse.</summary>
    public IReadOnlyList<string> Worse => [.. Attributes.Where(row => row.IsWorse).Select(row => row.Attribute)];

    /// <summary>As JSON.</summary>
    public string Write() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    /// <summary>Reads it back; null where there is none.</summary>
    public static LearningReport? TryRead(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<LearningReport>(json, JsonSerializerOptions.Web) is { Attributes: not null } report
                ? report : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>One attribute.</summary>
/// <param name="Attribute">Its name.</param>
/// <param name="Count">Held-out reviews.</param>
/// <param name="Before">Share of right answers before, in words, with its interval.</param>
/// <param name="After">The same after.</param>
/// <param name="Change">The difference on the same pictures, in words, with its interval; empty in reports of before it was
/// measured.</param>
/// <param name="Learned">Reviews that were learned from.</param>
/// <param name="IsChanged">Whether its head is another one.</param>
/// <param name="IsWorse">Whether fewer held-out answers are right than before, by chance or not, or the fit is surely worse.
/// </param>
public sealed record LearningReportRow(
    string Attribute, int Count, string Before, string After, string Change = "", int Learned = 0, bool IsChanged = true,
    bool IsWorse = false);
