using FashionRecs.Domain.Ranking;
using FashionRecs.Web.Shop;
using Microsoft.Extensions.Configuration;

namespace FashionRecs.Web.Tests.Shop;

public class RankingSettingsTests
{
    [Fact]
    public void Read_NothingSet_KeepsTheDefaults() => Assert.Equal(new RankingOptions().Diversity, Read().Diversity);

    [Fact]
    public void Read_DiversitySet_TakesItAndKeepsTheRest()
    {
        var options = Read(("Ranking:Diversity", "0.2"));

        Assert.Equal((0.2, new RankingOptions().ExploreEvery), (options.Diversity, options.ExploreEvery));
    }

    [Theory]
    [InlineData("Ranking:Diversity", "1.5")]
    [InlineData("Ranking:Pool", "0")]
    [InlineData("Ranking:ExploreEvery", "-1")]
    public void Read_OutOfRange_IsRefusedInOneSentence(string name, string value) =>
        Assert.Contains(name, Assert.Throws<InvalidDataException>(() => Read((name, value))).Message);

    private static RankingOptions Read(params (string Name, string Value)[] settings) => RankingSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value))).Build());
}
