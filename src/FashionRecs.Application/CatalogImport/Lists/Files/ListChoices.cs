namespace FashionRecs.Application.CatalogImport.Lists.Files;

/// <summary>What a person said of a list that was read wrongly by itself. Immutable.</summary>
/// <param name="Encoding">Name of the encoding, or null to find it out.</param>
/// <param name="Separator">What stands between fields, or null to find it out.</param>
public sealed record ListChoices(string? Encoding = null, char? Separator = null)
{
    /// <summary>Nothing said.</summary>
    public static ListChoices None { get; } = new();
}
