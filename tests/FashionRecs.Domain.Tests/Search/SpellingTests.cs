using FashionRecs.Domain.Search;

namespace FashionRecs.Domain.Tests.Search;

public class SpellingTests
{
    [Theory]
    [InlineData("dres", "dress", 1)]
    [InlineData("swaeter", "sweater", 1)]
    [InlineData("klied", "kleid", 1)]
    [InlineData("trowsers", "trousers", 1)]
    [InlineData("turtlneek", "turtleneck", 2)]
    [InlineData("coal", "coat", null)]
    [InlineData("skirt", "shirt", 1)]
    [InlineData("tee", "teal", null)]
    [InlineData("ress", "dress", null)]
    [InlineData("blouse", "blouse", null)]
    [InlineData("swtr", "sweater", null)]
    public void Slips_BetweenWords_AreFewOrNone(string written, string meant, int? slips) =>
        Assert.Equal(slips, Spelling.Slips(written, meant));
}
