using System.Text.RegularExpressions;

namespace FashionRecs.Web.Tests.Api;

/// <summary>One request of the collection.</summary>
/// <param name="Name">Its name, by which others use its answer; empty without.</param>
/// <param name="Body">What is sent, or <c>&lt; FILE</c>; null for nothing.</param>
internal sealed partial record CollectedRequest(string Name, string Method, string Path, string? ContentType, string? Body)
{
    /// <summary>Reads one as editors do.</summary>
    public static CollectedRequest Read(string text)
    {
        var line = Line().Match(text);
        Assert.True(line.Success, text);
        var body = text.Split("\n\n", 2) is [_, var rest] && rest.Trim().Length > 0 ? rest.Trim() : null;
        return new CollectedRequest(Named().Match(text).Groups[1].Value, line.Groups["method"].Value, line.Groups["path"].Value,
            Type().Match(text) is { Success: true } type ? type.Groups[1].Value : null, body);
    }

    [GeneratedRegex(@"^(?<method>[A-Z]+) \{\{shop\}\}(?<path>\S+)", RegexOptions.Multiline)]
    private static partial Regex Line();

    [GeneratedRegex(@"^# @name (\w+)", RegexOptions.Multiline)]
    private static partial Regex Named();

    [GeneratedRegex(@"^Content-Type: (\S+)", RegexOptions.Multiline)]
    private static partial Regex Type();
}
