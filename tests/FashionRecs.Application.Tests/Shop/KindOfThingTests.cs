using FashionRecs.Application.Shop;
using FashionRecs.Domain.Catalog;

namespace FashionRecs.Application.Tests.Shop;

public class KindOfThingTests
{
    private static readonly Product Jeans =
        Of("Jade Denim", "Trousers", "High-waisted jeans in washed superstretch denim with super-skinny legs. Worn with tights.");

    [Theory]
    [InlineData("Basic tights", "Trousers", "Sports tights in fast-drying fabric.", false)]
    [InlineData("Ankle", "Trousers", "5-pocket jeans with a regular waist.", true)]
    [InlineData("Ankle", "Trousers", "", true)]
    [InlineData("Ankle", "Leggings/Tights", "", false)]
    public void IsKindOf_SameGroup_GoesByWhatTheTextsCallIt(string name, string type, string description, bool same) =>
        Assert.Equal(same, KindOfThing.Of(Jeans).IsKindOf(Of(name, type, description)));

    [Fact]
    public void IsKindOf_OtherGroup_IsNot() =>
        Assert.False(KindOfThing.Of(Jeans).IsKindOf(Of("Jeans", "Trousers", "Jeans.") with { Group = "Socks & Tights" }));

    private static Product Of(string name, string type, string description) => new()
    {
        Id = name, Name = name, Type = type, Group = "Garment Lower body", Description = description, Picture = "0", PictureWidth = 3,
        PictureHeight = 4,
    };
}
