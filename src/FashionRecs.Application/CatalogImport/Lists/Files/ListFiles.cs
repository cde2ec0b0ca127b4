namespace FashionRecs.Application.CatalogImport.Lists.Files;

/// <summary>The kinds of files that lists come in.</summary>
public static class ListFiles
{
    /// <summary>Endings of lists that this shop cannot read, and what to do instead.</summary>
    private static readonly Dictionary<string, string> Unread = new(StringComparer.Ordinal)
    {
        [".xls"] = "an old Excel workbook", [".xlsb"] = "a binary Excel workbook", [".ods"] = "an OpenDocument table",
        [".numbers"] = "a Numbers table",
    };

    private static readonly string[] Endings = [".csv", ".tsv", ".tab", ".xlsx", ".xlsm", ".xml", ".txt", ".dat", ".rss", "",
        .. Unread.Keys];

    private static readonly IListFileFormat[] Formats =
    [
        .. typeof(IListFileFormat).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IListFileFormat)))
            .OrderBy(type => type.FullName, StringComparer.Ordinal).Select(type => (IListFileFormat)Activator.CreateInstance(type)!),
    ];

    /// <summary>Whether a file may be a list by what it is called; then its bytes decide.</summary>
    public static bool MayBe(string name) => Endings.Contains(Path.GetExtension(name).ToLowerInvariant());

    /// <summary>Whether a file is a list, whatever it is called.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">What it is called.</param>
    public static bool Is(string path, string name) =>
        MayBe(name) && ListFileHead.Read(path, name) is var head
        && (head.Ending is ".csv" or ".tsv" || Unread.ContainsKey(head.Ending) || head.IsOldOffice || FormatOf(head) is not null);

    /// <summary>Opens a list.</summary>
    /// <inheritdoc cref="IListFileFormat.Open"/>
    public static ListFile Open(string path, string name, ListChoices choices)
    {
        if (!File.Exists(path))
        {
            throw new InvalidDataException($"There is no file '{path}'.");
        }

        var head = ListFileHead.Read(path, name);
        var format = FormatOf(head);
        // Many programs write text or a workbook of today and call it ".xls".
        if (Unread.TryGetValue(head.Ending, out var kind) && (format is null || head.Ending != ".xls"))
        {
            throw new InvalidDataException($"{name} is {kind}, which is not read; save it as .xlsx or CSV.");
        }

        if (head.IsOldOffice)
        {
            throw new InvalidDataException($"{name} is an old Excel workbook or has a password; save it as .xlsx without one.");
        }

        if (head.Bytes.Length == 0)
        {
            throw new InvalidDataException($"{name}, line 1: the list is empty.");
        }

        return (format ?? throw new InvalidDataException(
            head.IsZip ? $"{name} is an archive and not an Excel workbook." : head.IsText ? $"{name} is no list of products."
                : $"{name} is not a text file.")).Open(path, name, choices);
    }

    private static IListFileFormat? FormatOf(ListFileHead head) => Array.Find(Formats, format => format.Recognizes(head));
}
