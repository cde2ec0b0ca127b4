using System.Text.RegularExpressions;
using System.Xml.Linq;
using FashionRecs.Application.Privacy;
using FashionRecs.Web.Tests.Languages;

namespace FashionRecs.Web.Tests.Shop;

/// <summary>
/// All that shoppers read stands in the resources: nothing is written into a page, nothing is asked for that is not there, and nothing is
/// there that no page says.
/// </summary>
public partial class ShopTextsTests
{
    private static readonly string Folder = Path.Combine(Sources.Web, "Shop");

    /// <summary>The folders of shoppers' pages, and what in them is for staff.</summary>
    private static readonly string[] Folders = ["Shop", "Layout", "Accounts", "Privacy", "Languages"], ForStaff = ["PeoplePage.razor"];

    [Fact]
    public void Pages_Markup_HoldsNoWordsOfItsOwn()
    {
        var found = new List<string>();
        foreach (var file in Files("*.razor").Where(file => !ForStaff.Contains(Path.GetFileName(file))))
        {
            found.AddRange(Literals(File.ReadAllText(file)).Select(words => $"{Path.GetFileName(file)}: {words}"));
        }

        Assert.Empty(found);
    }

    [Theory]
    [InlineData("<p>Bare words</p>", "Bare words")]
    [InlineData("<img alt=\"A picture\" />", "A picture")]
    [InlineData("<Shelf Title=\"In your bag\" />", "In your bag")]
    [InlineData("@if (known) { <b>known</b> }\n@code { var words = \"Not here\"; }", "known")]
    [InlineData("<b>@(known ? \"Known words\" : null)</b>", "Known words")]
    [InlineData("<b>@Texts[\"Said\"]</b> @* A comment *@ <p class=\"soft\">@name</p>", null)]
    public void Literals_OfMarkup_AreFound(string markup, string? words) => Assert.Equal(words is null ? [] : [words], Literals(markup));

    [Fact]
    public void Keys_InPagesAndInTheResources_AreTheSame()
    {
        var used = Files("*.*")
            .Where(file => file.EndsWith(".razor", StringComparison.Ordinal) || file.EndsWith(".cs", StringComparison.Ordinal))
            .SelectMany(file => Key().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value))
            .Concat(StoredTables.All.SelectMany(table => new[] { table.What, table.Why }).Where(words => words.Length > 0))
            .Append("Why this").Append(CommonPassword).ToHashSet();
        var there = XDocument.Load(Path.Combine(Folder, "ShopTexts.resx")).Descendants("data").Select(data => data.Attribute("name")!.Value)
            .Where(key => !key.StartsWith('(') || key.Contains("person", StringComparison.Ordinal)).ToHashSet();

        Assert.Equal(used.Except(there).Order(), []);
        Assert.Equal(there.Except(used).Order(), []);
        Assert.True(there.Count > 200);
    }

    [Fact]
    public void Texts_OfEveryKey_AreFoundAndHaveTheGapsOfTheirKey()
    {
        foreach (var data in XDocument.Load(Path.Combine(Folder, "ShopTexts.resx")).Descendants("data"))
        {
            var (key, text) = (data.Attribute("name")!.Value, data.Element("value")!.Value);
            Assert.False(EnglishTexts.Localizer[key].ResourceNotFound, key);
            if (key is "(price)")
            {
                continue;
            }

            Assert.Equal(Gap().Matches(key).Select(gap => gap.Value).Order(), Gap().Matches(text).Select(gap => gap.Value).Order());
        }
    }

    /// <summary>Words between tags, in attributes that people read, and in expressions of the markup that are no keys.</summary>
    private static IEnumerable<string> Literals(string razor)
    {
        var end = razor.IndexOf("@code {", StringComparison.Ordinal);
        var markup = Directive().Replace(Comment().Replace(end < 0 ? razor : razor[..end], ""), "");
        markup = Keyed().Replace(markup, "@X");
        return Read().Matches(markup).Select(match => match.Groups[1].Value)
            .Concat(Between().Matches(Expression().Replace(markup, "@X")).Select(match => match.Groups[1].Value.Trim()))
            .Concat(Chosen().Matches(markup).Select(match => match.Groups[1].Value))
            .Where(words => Word().IsMatch(words) && !Allowed.Contains(words) && !Case().IsMatch(words));
    }

    /// <summary>The shop's own name, and the command that a shop without products is filled with.</summary>
    private static readonly string[] Allowed =
        ["FashionRecs", "– FashionRecs", "dotnet run --project src/FashionRecs.Cli -- import products.csv --images photos --limit 500"];

    /// <summary>Said by PasswordRules, longer than a line.</summary>
    private const string CommonPassword = "This password is one of those that are guessed first. Take another, for example three or four words "
        + "that have nothing to do with each other.";

    private static IEnumerable<string> Files(string pattern) => Folders
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Sources.Web, folder), pattern, SearchOption.AllDirectories));

    [GeneratedRegex(@"[Tt]exts\[""((?:[^""\\]|\\.)*)""")]
    private static partial Regex Key();

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Gap();

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^@(page|inherits|using|inject|implements|attribute)\b.*$", RegexOptions.Multiline)]
    private static partial Regex Directive();

    /// <summary>A look-up, with its arguments.</summary>
    [GeneratedRegex(@"@?Texts\[(?>[^\[\]]+|\[(?<depth>)|\](?<-depth>))*(?(depth)(?!))\]")]
    private static partial Regex Keyed();

    [GeneratedRegex(@"@\((?>[^()]+|\((?<depth>)|\)(?<-depth>))*(?(depth)(?!))\)")]
    private static partial Regex Expression();

    [GeneratedRegex(@"\b(?:aria-label|title|alt|placeholder|Title|Label|Note)=""([^""@]+)""")]
    private static partial Regex Read();

    /// <summary>Text after a tag, up to the next tag or expression.</summary>
    [GeneratedRegex(@"(?<![=?:&|(])(?<=[\w""/]\s?)>([^<>@{}]+)(?=[<@])")]
    private static partial Regex Between();

    /// <summary>A literal with a capital or a blank in an expression.</summary>
    [GeneratedRegex(@"[?:]\s*\$?""([A-Z][a-z]+[^""/]*|[a-z]+ [^""/]*)""")]
    private static partial Regex Chosen();

    /// <summary>Between two cases of a page's switch.</summary>
    [GeneratedRegex(@"^break;\s+(case \d+|default):$")]
    private static partial Regex Case();

    [GeneratedRegex(@"\p{L}{2,}")]
    private static partial Regex Word();
}
