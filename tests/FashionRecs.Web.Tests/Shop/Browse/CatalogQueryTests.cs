using FashionRecs.Web.Shop.Browse;

namespace FashionRecs.Web.Tests.Shop.Browse;

public class CatalogQueryTests
{
    [Theory]
    [InlineData("/catalog")]
    [InlineData("/catalog?neckline_design=V%20Neckline")]
    [InlineData("/catalog?colour=Black&colour=Red&q=wide%20dress&max=29.99&sort=price&page=3")]
    public void ToAddress_OfARead_IsTheSameAddress(string address) => Assert.Equal(address, Read(address).ToAddress());

    [Theory]
    [InlineData("/catalog?page=-4&sort=7&max=cheap")]
    [InlineData("/catalog?page=x&sort=&max=-1&type=")]
    public void Read_Nonsense_CountsAsNotAskedFor(string address) => Assert.Equal("/catalog", Read(address).ToAddress());

    [Fact]
    public void Toggle_Value_AddsItAndTakesItAwayAgain()
    {
        var query = Read("/catalog?page=2");

        var narrowed = query.Toggle("type", "Dress");

        Assert.True(narrowed.Has("type", "Dress"));
        Assert.Equal(1, narrowed.Page);
        Assert.False(narrowed.Toggle("type", "Dress").Has("type", "Dress"));
    }

    private static CatalogQuery Read(string address) => CatalogQuery.Read(new Uri("http://shop" + address));
}
