using System.Text;
using FashionRecs.Application.Notices;

namespace FashionRecs.Storage.PostgreSql;

/// <summary>How news are written in a notification: who tells, the kind, the subject, with blanks between them.</summary>
internal static class NoticeText
{
    /// <summary>Instead of a kind: some may have been missed, of the kind that is the subject or of all.</summary>
    public const string Missed = "missed";

    /// <summary>What a notification holds at most, in bytes; the server's limit is 8,000.</summary>
    private const int Most = 7_900;

    /// <summary>Writes news; those that are too long say only that there was something.</summary>
    public static string Write(string node, string kind, string subject)
    {
        var text = $"{node} {kind} {subject}";
        return Encoding.UTF8.GetByteCount(text) <= Most && !text.Contains('\0', StringComparison.Ordinal) ? text
            : $"{node} {Missed} {kind}";
    }

    /// <summary>Reads news; null for what is none.</summary>
    public static (string Node, string Kind, string Subject)? TryRead(string text) =>
        text.Split(' ', 3) is [var node, var kind, var subject] ? (node, kind, subject) : null;
}
