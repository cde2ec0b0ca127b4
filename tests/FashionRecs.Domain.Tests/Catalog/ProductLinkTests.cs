using FashionRecs.Domain.Catalog;

namespace FashionRecs.Domain.Tests.Catalog;

public class ProductLinkTests
{
    [Theory]
    [InlineData("https://shop.example/dress?c=red#sizes")]
    [InlineData("http://shop.example:8080/a b")]
    [InlineData(" https://münchen.example/kleid ")]
    public void TryRead_AddressOfTheWeb_IsTaken(string text) => Assert.NotNull(ProductLink.TryRead(text));

    [Theory]
    [InlineData("")]
    [InlineData("dress.html")]
    [InlineData("/product/1")]
    [InlineData("//shop.example/dress")]
    [InlineData("javascript:alert(1)")]
    [InlineData("JaVaScRiPt://shop.example/%0aalert(1)")]
    [InlineData("data:text/html,<script>alert(1)</script>")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://shop.example/dress")]
    [InlineData("https://name:word@shop.example/dress")]
    [InlineData("https:///dress")]
    public void TryRead_AnythingElse_IsNot(string text) => Assert.Null(ProductLink.TryRead(text));

    [Fact]
    public void TryRead_EndlessAddress_IsNot() =>
        Assert.Null(ProductLink.TryRead("https://shop.example/" + new string('a', ProductLink.Longest)));
}
