namespace FashionRecs.Domain.Files;

/// <summary>Writes one field of comma-separated text (RFC 4180), as <see cref="CsvRows"/> reads it.</summary>
public static class CsvField
{
    /// <summary>The field, in quotes where it holds a comma, a quote or a line break; nothing for null.</summary>
    public static string Quote(string? field) =>
        field is not null && field.AsSpan().ContainsAny(",\"\r\n") ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field ?? "";
}
