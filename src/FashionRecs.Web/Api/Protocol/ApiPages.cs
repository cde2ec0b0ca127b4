using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace FashionRecs.Web.Api.Protocol;

/// <summary>One page of a list.</summary>
/// <param name="Items">What is on it.</param>
/// <param name="Next">The cursor of the next page; null on the last.</param>
internal sealed record ApiPage<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>Cuts lists into pages, and reads where the next one begins.</summary>
internal static class ApiPages
{
    /// <summary>Entries of a page at most.</summary>
    public const int Most = 100;

    /// <summary>Entries of a page where nothing is said.</summary>
    public const int Usual = 24;

    /// <summary>How many entries are asked for.</summary>
    public static int Count(int? asked, int most = Most) => asked switch
    {
        null => Usual,
        { } count when count >= 1 && count <= most => count,
        _ => throw ApiRefusedException.Bad($"A number of entries lies between 1 and {most}."),
    };

    /// <summary>Where the page begins in a list that is counted.</summary>
    public static int Start(string? cursor) => Read(cursor) is not { } text ? 0
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? start : throw Wrong();

    /// <summary>A page of a list that is counted.</summary>
    public static ApiPage<T> Of<T>(IEnumerable<T> found, int start, int count, int total) =>
        new([.. found], start + count < total ? Write((start + count).ToString(CultureInfo.InvariantCulture)) : null);

    /// <summary>What a cursor says; null for the beginning.</summary>
    public static string? Read(string? cursor)
    {
        if (string.IsNullOrEmpty(cursor))
        {
            return null;
        }

        try
        {
            return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor));
        }
        catch (FormatException)
        {
            throw Wrong();
        }
    }

    /// <summary>A cursor.</summary>
    public static string Write(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    private static ApiRefusedException Wrong() => ApiRefusedException.Bad("The cursor is none that the API gave; begin without one.");
}
