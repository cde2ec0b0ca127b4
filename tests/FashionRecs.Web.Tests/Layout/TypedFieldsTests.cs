using System.Text.RegularExpressions;
using FashionRecs.Web.Tests.Languages;

namespace FashionRecs.Web.Tests.Layout;

/// <summary>
/// A text field that gets its value from the server and tells it of changes is bound. Else the server does not know what stands in it, and
/// writes what was typed a moment ago over what is being typed.
/// </summary>
public partial class TypedFieldsTests
{
    [Fact]
    public void Fields_OfAllComponents_AreBoundWhereTheyTellOfChanges() =>
        Assert.Empty(
            from file in Directory.EnumerateFiles(Sources.Web, "*.razor", SearchOption.AllDirectories)
            from Match field in Field().Matches(File.ReadAllText(file))
            where IsUnbound(field)
            select $"{Path.GetFileName(file)}: {field.Value}");

    [Theory]
    [InlineData("<input class=\"field\" value=\"@part\" @onchange=\"Search\" />", true)]
    [InlineData("<textarea value=\"@(a > b ? \"c\" : d)\" @oninput=\"change => Type(change)\"></textarea>", true)]
    [InlineData("<input class=\"field\" @bind:get=\"part\" @bind:set=\"Search\" />", false)]
    [InlineData("<input type=\"radio\" value=\"@one\" @onchange=\"Choose\" />", false)]
    [InlineData("<input name=\"q\" value=\"@words\" />", false)]
    public void Fields_OfText_AreFound(string markup, bool isUnbound) =>
        Assert.Equal(isUnbound, Field().Matches(markup).Any(IsUnbound));

    private static bool IsUnbound(Match field) =>
        Value().IsMatch(field.Value) && Tells().IsMatch(field.Value) && !Ticked().IsMatch(field.Value);

    /// <summary>An element up to its end; an arrow ends none.</summary>
    [GeneratedRegex("<(input|textarea)\\s(?:=>|[^>]|(?<=\\s)>(?=\\s))*>", RegexOptions.Singleline)]
    private static partial Regex Field();

    [GeneratedRegex("\\svalue=\"@")]
    private static partial Regex Value();

    [GeneratedRegex("@on(input|change)=")]
    private static partial Regex Tells();

    [GeneratedRegex("type=\"(radio|checkbox|hidden|file)\"")]
    private static partial Regex Ticked();
}
