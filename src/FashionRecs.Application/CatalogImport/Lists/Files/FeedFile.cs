using System.Xml;

namespace FashionRecs.Application.CatalogImport.Lists.Files;

/// <summary>
/// A feed in XML: RSS (item) or Atom (entry), as Google Merchant Center takes it, or a plain list (product, offer), element by element.
/// Document types are refused, so that no entity grows and no other file is read.
/// </summary>
internal sealed class FeedFile : IListFileFormat
{
    private const int MostColumns = 200;
    private const int LongestField = 100_000;
    private static readonly string[] Beginnings = ["<rss", "<feed", "<item", "<entry", "<product", "<offer"];

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    };

    /// <inheritdoc/>
    public bool Recognizes(ListFileHead head) => IsFeed(head);

    /// <summary>Whether a file is a feed, whatever it is called.</summary>
    public static bool IsFeed(ListFileHead head) => head is { IsZip: false, IsText: true, IsXml: true }
        && (Beginnings.Any(one => head.Text.Contains(one, StringComparison.Ordinal))
            || (head.Text.Contains("<!DOCTYPE", StringComparison.OrdinalIgnoreCase) && head.Ending is not (".csv" or ".tsv" or ".svg")));

    /// <inheritdoc/>
    public ListFile Open(string path, string name, ListChoices choices)
    {
        var headings = new List<string>();
        var isEmpty = true;
        foreach (var (_, fields) in Entries(path, name))
        {
            isEmpty = false;
            headings.AddRange(fields.Keys.Where(field => headings.Count < MostColumns && !headings.Contains(field)));
        }

        if (isEmpty)
        {
            throw new InvalidDataException($"{name}: the feed has no products (item, entry, product or offer).");
        }

        return new ListFile("XML feed", headings, () => Entries(path, name)
            .Select(entry => new ListRow(entry.Line, [.. headings.Select(heading => entry.Fields.GetValueOrDefault(heading, ""))])));
    }

    private static IEnumerable<(int Line, Dictionary<string, string> Fields)> Entries(string path, string name)
    {
        using var stream = File.OpenRead(path);
        using var reader = XmlReader.Create(stream, Settings);
        while (Guarded(reader, name, reader.Read))
        {
            while (reader is { NodeType: XmlNodeType.Element, LocalName: "item" or "entry" or "product" or "offer" })
            {
                var line = ((IXmlLineInfo)reader).LineNumber;
                yield return (line, Guarded(reader, name, () => Entry(reader)));
            }
        }
    }

    /// <summary>The elements of one entry; one that stands several times is joined with commas, as of further pictures.</summary>
    private static Dictionary<string, string> Entry(XmlReader reader)
    {
        var (fields, prefixes, depth) = (new Dictionary<string, string>(StringComparer.Ordinal),
            new Dictionary<string, string>(StringComparer.Ordinal), reader.Depth);
        var id = reader.GetAttribute("id");
        if (reader.IsEmptyElement)
        {
            reader.Read();
            return fields;
        }

        reader.Read();
        while (reader.Depth > depth)
        {
            if (reader.NodeType != XmlNodeType.Element || reader.Depth != depth + 1)
            {
                reader.Read();
                continue;
            }

            var (heading, prefix) = (reader.LocalName, reader.Prefix);
            var isLink = heading == "link" && reader.GetAttribute("href") is not null;
            var text = isLink ? reader.GetAttribute("href")! : Text(reader);
            if (isLink)
            {
                reader.Skip();
            }

            text = text.Trim();
            var before = fields.GetValueOrDefault(heading, "");
            // "title" beside "g:title" says the same twice, and the feed's own vocabulary says it better.
            var isOther = !prefixes.TryAdd(heading, prefix) && prefixes[heading] != prefix;
            fields[heading] = before.Length == 0 || (isOther && prefix.Length > 0 && text.Length > 0)
                ? text : isOther || text.Length == 0 ? before : $"{before},{text}";
        }

        if (id is not null)
        {
            fields.TryAdd("id", id);
        }

        reader.Read();
        return fields;
    }

    /// <summary>The text of an element and of all within it; leaves the reader behind the element.</summary>
    private static string Text(XmlReader reader)
    {
        var (text, depth) = (new System.Text.StringBuilder(), reader.Depth);
        if (reader.IsEmptyElement)
        {
            reader.Read();
            return "";
        }

        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace && text.Length < LongestField)
            {
                text.Append(reader.Value);
            }
            else if (reader.NodeType == XmlNodeType.Element)
            {
                text.Append(' ');
            }
        }

        reader.Read();
        return text.ToString();
    }

    private static T Guarded<T>(XmlReader reader, string name, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (XmlException exception)
        {
            var line = ((IXmlLineInfo)reader).LineNumber;
            throw new InvalidDataException(exception.Message.Contains("DTD", StringComparison.Ordinal)
                ? $"{name}: feeds with a document type (DOCTYPE) are not read."
                : $"{name}, line {Math.Max(line, exception.LineNumber)}: it is not well-formed XML.", exception);
        }
    }
}
