using FashionRecs.Web.Shop.Browse;

namespace FashionRecs.Web.Tests.Shop.Browse;

public class PageNumbersTests
{
    [Theory]
    [InlineData(1, 1, 1, "1")]
    [InlineData(1, 1, 5, "1 2 … 5")]
    [InlineData(3, 3, 5, "1 2 3 4 5")]
    [InlineData(12, 12, 25, "1 … 11 12 13 … 25")]
    [InlineData(4, 4, 25, "1 2 3 4 5 … 25")]
    [InlineData(1, 3, 25, "1 2 3 4 … 25")]
    [InlineData(25, 25, 25, "1 … 24 25")]
    [InlineData(5, 14, 25, "1 … 4 5 … 14 15 … 25")]
    public void Around_SomePages_NamesTheEndsAndTheNeighbours(int first, int last, int count, string expected) =>
        Assert.Equal(expected, string.Join(' ', PageNumbers.Around(first, last, count).Select(number => number?.ToString() ?? "…")));
}
