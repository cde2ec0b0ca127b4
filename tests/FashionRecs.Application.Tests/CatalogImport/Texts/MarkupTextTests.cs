using FashionRecs.Application.CatalogImport.Texts;

namespace FashionRecs.Application.Tests.CatalogImport.Texts;

public sealed class MarkupTextTests
{
    [Theory]
    [InlineData("<p>Soft <b>cotton</b>&nbsp;&amp; silk.</p>\n<ul><li>Machine wash</li></ul>", "Soft cotton & silk. Machine wash.")]
    [InlineData("<ul><li>Blue</li><li>Long!</li></ul>after", "Blue. Long! after")]
    [InlineData("a<br>b<script>alert(1)</script><style>p{}</style>c", "a bc")]
    [InlineData("&lt;p&gt;Twice&lt;/p&gt;", "Twice.")]
    [InlineData("Cotton < silk & wool > linen", "Cotton < silk & wool > linen")]
    [InlineData("size <3 love", "size <3 love")]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    [InlineData("<p></p>", "")]
    [InlineData("a <!-- hidden --> b", "a b")]
    [InlineData("tab\tand\r\nline\u0000", "tab and line")]
    [InlineData("turned \u202Earound", "turned around")]
    [InlineData("<table><tr><td>Chest</td><td>90</td></tr></table>", "Chest 90.")]
    public void From_MarkupOrPlain_IsReadableText(string html, string text) => Assert.Equal(text, MarkupText.From(html));

    [Fact]
    public void From_Name_GetsNoFullStop() =>
        Assert.Equal("Café dress & belt", MarkupText.From("<h1>Caf&eacute; dress &amp; belt</h1>", isName: true));

    [Fact]
    public void From_TenThousandElementsDeep_Ends() =>
        Assert.Equal("deep", MarkupText.From(string.Concat(Enumerable.Repeat("<div>", 10_000)) + "deep"));
}
