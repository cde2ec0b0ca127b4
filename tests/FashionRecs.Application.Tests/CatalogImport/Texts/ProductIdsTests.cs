using FashionRecs.Application.CatalogImport.Texts;

namespace FashionRecs.Application.Tests.CatalogImport.Texts;

public sealed class ProductIdsTests
{
    [Theory]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("...")]
    [InlineData("a/../b")]
    [InlineData("/a")]
    [InlineData("a//b")]
    [InlineData("a\\..\\b")]
    [InlineData("%2F")]
    [InlineData("A%2eB")]
    [InlineData("a\u0007b")]
    [InlineData("a\u200Bb")]
    [InlineData("a\u202Eb")]
    [InlineData("\u200B")]
    [InlineData(" ")]
    [InlineData("")]
    public void Trouble_IdWhosePageWouldNotOpen_IsSaid(string id) => Assert.NotNull(ProductIds.Trouble(id));

    [Theory]
    [InlineData("AB/12")]
    [InlineData("SKU#7")]
    [InlineData("50%")]
    [InlineData("A+B C")]
    [InlineData("q?x=1")]
    [InlineData("é")]
    [InlineData("a.b")]
    [InlineData(".hidden")]
    [InlineData("😀")]
    public void Trouble_OddIdWhosePageOpens_IsNone(string id) => Assert.Null(ProductIds.Trouble(id));
}
