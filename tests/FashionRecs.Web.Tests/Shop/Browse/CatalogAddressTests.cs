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
    public void Of_WhatWasRead_IsTheSameAddress(string address) => Assert.Equal(address, CatalogAddress.Of(Read(address)));

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
