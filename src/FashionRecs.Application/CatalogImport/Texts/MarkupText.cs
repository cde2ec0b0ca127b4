using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace FashionRecs.Application.CatalogImport.Texts;

/// <summary>Makes readable text of names and descriptions that shops export as HTML: nothing of the markup is kept. Thread-safe.</summary>
public static partial class MarkupText
{
    private const int MostTimes = 3;

    /// <summary>Elements that are open at once in anything a person wrote; of more, the parser looks through all again and again.</summary>
    private const int MostOpen = 2_000;

    private static readonly HashSet<string> Dropped = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "template", "noscript", "iframe", "svg", "head", "title", "textarea", "select", "object",
    };

    private static readonly HashSet<string> Sentences = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "table", "section", "article", "blockquote", "dt", "dd",
        "pre", "hr",
    };

    /// <summary>
    /// The text on one line: entities as letters, each paragraph and item of a list a sentence, scripts and styles left out.
    /// </summary>
    /// <param name="text">HTML or plain text; plain text stays as it is.</param>
    /// <param name="isName">Whether it is a name, which gets no full stops.</param>
    public static string From(string text, bool isName = false)
    {
        for (var time = 0; time < MostTimes && Markup().IsMatch(text); time++)
        {
            var plain = Open().Count(text) > MostOpen + Closed().Count(text)
                ? WebUtility.HtmlDecode(Tag().Replace(text, " ")) : Plain(text, isName ? " " : ". ");
            if (plain == text)
            {
                break;
            }

            text = plain;
        }

        return OneLine(text);
    }

    /// <summary>Blanks in a row become one; what is no letter and steers how text runs is left out.</summary>
    public static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (char.IsWhiteSpace(letter) || char.IsControl(letter))
            {
                if (line.Length > 0 && line[^1] != ' ')
                {
                    line.Append(' ');
                }
            }
            else if (letter is not ((>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or (>= '\u2060' and <= '\u2064')
                or '\uFEFF' or '\u200B' or '\u00AD' or '\u180E' or '\u3164' or '\u115F' or '\u1160' or '\uFFA0'))
            {
                line.Append(letter);
            }
        }

        return line.ToString().TrimEnd();
    }

    private static string Plain(string html, string stop)
    {
        using var document = new HtmlParser().ParseDocument(html);
        var text = new StringBuilder();
        // Not by calling itself: whoever nests ten thousand elements must not end the program.
        for (INode? node = document.Body, root = node; node is not null;)
        {
            var skip = node is IElement element && Dropped.Contains(element.LocalName);
            if (!skip)
            {
                Begin(node, text, stop);
                if (node.FirstChild is { } child)
                {
                    node = child;
                    continue;
                }
            }

            while (node is not null && node != root && node.NextSibling is null)
            {
                node = node.Parent;
                End(node, text, stop);
            }

            node = node is null || node == root ? null : node.NextSibling;
        }

        return text.ToString();
    }

    private static void Begin(INode node, StringBuilder text, string stop)
    {
        switch (node)
        {
            case IText words:
                text.Append(words.Data);
                break;
            case IElement { LocalName: "br" or "td" or "th" }:
                text.Append(' ');
                break;
            case IElement element when Sentences.Contains(element.LocalName):
                Stop(text, stop);
                break;
        }
    }

    private static void End(INode? node, StringBuilder text, string stop)
    {
        if (node is IElement element && Sentences.Contains(element.LocalName))
        {
            Stop(text, stop);
        }
    }

    /// <summary>Ends a sentence, where there is one that has no end.</summary>
    private static void Stop(StringBuilder text, string stop)
    {
        var end = text.Length;
        while (end > 0 && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        text.Length = end;
        if (end > 0)
        {
            text.Append(char.IsPunctuation(text[end - 1]) && text[end - 1] is not (')' or '"' or '”' or '%' or '\'' or '’') ? " " : stop);
        }
    }

    [GeneratedRegex("<(?!br|img|hr)[a-zA-Z]", RegexOptions.IgnoreCase)]
    private static partial Regex Open();

    [GeneratedRegex("</[a-zA-Z]")]
    private static partial Regex Closed();

    [GeneratedRegex("<[/!a-zA-Z][^<>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("<[/!a-zA-Z][^<]*>|&#?[a-zA-Z0-9]{2,31};")]
    private static partial Regex Markup();
}
