using FashionRecs.Application.CatalogImport.Lists.Files;

namespace FashionRecs.Cli.Import;

/// <summary>What is to be imported, and into which shop.</summary>
/// <param name="List">The list's file.</param>
/// <param name="Images">The folder of pictures.</param>
internal sealed record ImportRequest(string List, string Images)
{
    /// <summary>Only so many products.</summary>
    public int Limit { get; init; } = int.MaxValue;

    /// <summary>The shop's database; null for the usual one.</summary>
    public string? Database { get; init; }

    /// <summary>The shop's currency.</summary>
    public string Currency { get; init; } = "€";

    /// <summary>How the list is to be read.</summary>
    public ListChoices Choices { get; init; } = ListChoices.None;

    /// <summary>A separator as it is typed.</summary>
    /// <exception cref="InvalidDataException">It is neither one plain character nor the word tab.</exception>
    public static char? Separator(string? typed) => typed switch
    {
        null => null,
        "tab" or "\\t" => '\t',
        [var one] when char.IsAscii(one) && !char.IsLetterOrDigit(one) && one is not '"' => one,
        _ => throw new InvalidDataException("--separator must be one character or 'tab'."),
    };
}
