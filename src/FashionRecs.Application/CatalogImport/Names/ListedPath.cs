namespace FashionRecs.Application.CatalogImport.Names;

/// <summary>What a list says of where a picture lies, with forward slashes. Immutable.</summary>
/// <param name="Text">The path without drive, host and query.</param>
/// <param name="IsWhole">Whether it begins at a drive, a root or a host, so that only its end can lie in an archive.</param>
/// <param name="IsAddress">Whether it is a web address, whose folders say nothing.</param>
public sealed record ListedPath(string Text, bool IsWhole, bool IsAddress)
{
    /// <summary>Takes apart what a list says.</summary>
    public static ListedPath From(string listed)
    {
        var text = listed.Trim();
        if (text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("//", StringComparison.Ordinal))
        {
            var path = text[(text.IndexOf("//", StringComparison.Ordinal) + 2)..].Split('?', '#')[0];
            var host = path.IndexOf('/', StringComparison.Ordinal);
            return new ListedPath(host < 0 ? "" : Uri.UnescapeDataString(path[(host + 1)..]), IsWhole: true, IsAddress: true);
        }

        text = text.Replace('\\', '/');
        var isDrive = text is [_, ':', '/', ..] && char.IsAsciiLetter(text[0]);
        var isWhole = isDrive || text.StartsWith('/') || text.StartsWith("file:", StringComparison.OrdinalIgnoreCase);
        while (text.StartsWith("./", StringComparison.Ordinal))
        {
            text = text[2..];
        }

        return new ListedPath((isDrive ? text[3..] : text).TrimStart('/'), isWhole, IsAddress: false);
    }
}
