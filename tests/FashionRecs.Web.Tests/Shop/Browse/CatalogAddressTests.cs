using FashionRecs.Application.Shop;
using FashionRecs.Domain.Attributes;
using FashionRecs.Web.Shop.Browse;

namespace FashionRecs.Web.Tests.Shop.Browse;

public class CatalogAddressTests
{
    [Theory]
    [InlineData("/catalog")]
    [InlineData("/catalog?neckline_design=V%20Neckline")]
    [InlineData("/catalog?type=Dress&sleeve_length=Long%20Sleeves&colour=Black&colour=Red&q=wide%20dress&min=5&max=29.99&sort=priceup&page=3")]
    [InlineData("/catalog?per=48")]
    [InlineData("/catalog?q=linen&per=96&page=2")]
    [InlineData("/catalog?page=1-3")]
    [InlineData("/catalog?per=48&page=2-4")]
    public void Of_WhatWasRead_IsTheSameAddress(string address) => Assert.Equal(address, CatalogAddress.Of(Read(address)));

    [Theory]
    [InlineData("/catalog?page=3-2", "/catalog?page=3")]
    [InlineData("/catalog?page=1-5000", "/catalog?page=1-10")]
    [InlineData("/catalog?page=2-x&per=7", "/catalog?page=2")]
    [InlineData("/catalog?page=1-2-3", "/catalog")]
    [InlineData("/catalog?page=2147483647-2147483647&per=96", "/catalog?per=96&page=10000")]
    public void Read_PagesThatCannotBe_AreThoseThatCan(string address, string read) => Assert.Equal(read, CatalogAddress.Of(Read(address)));

    [Fact]
    public void WithLength_OnALaterPage_GoesOnAboutWhereItWas()
    {
        var query = Read("/catalog?page=4");

        Assert.Equal("/catalog?per=48&page=2", CatalogAddress.WithLength(query, 48));
        Assert.Equal("/catalog?per=96", CatalogAddress.WithLength(query, 96));
    }

    [Fact]
    public void WithMore_UpToTheMostAtOnce_IsTheNextPageBelow()
    {
        Assert.Equal("/catalog?page=2-3", CatalogAddress.WithMore(Read("/catalog?page=2")));
        Assert.Null(CatalogAddress.WithMore(Read("/catalog?page=1-10")));
        Assert.Null(CatalogAddress.WithMore(Read("/catalog?per=96&page=1-2")));
    }

    [Theory]
    [InlineData("/catalog?page=-4&sort=7&max=cheap")]
    [InlineData("/catalog?page=x&sort=&max=-1&type=")]
    [InlineData("/catalog?neckline_design=No%20Such%20Neck&neckline_design=Invisible&unknown=1")]
    public void Read_Nonsense_CountsAsNotAskedFor(string address) => Assert.Equal("/catalog", CatalogAddress.Of(Read(address)));

    [Fact]
    public void Of_PriceWithZerosBehindThePoint_LeavesThemOut() =>
        Assert.Equal("/catalog?min=40&max=49.5", CatalogAddress.Of(new CatalogQuery { PriceFrom = 40.00m, PriceTo = 49.50m }));

    [Fact]
    public void Page_OfAQuery_SkipsThePagesBefore()
    {
        var query = Read(CatalogAddress.Page(Read("/catalog?q=linen"), 3));

        Assert.Equal(("linen", 2 * CatalogAddress.PageLength, CatalogAddress.PageLength), (query.Words, query.Skip, query.Take));
    }

    private static CatalogQuery Read(string address) =>
        CatalogAddress.Read(new Uri("http://shop" + address), AttributeVocabularyFile.Default);
}
