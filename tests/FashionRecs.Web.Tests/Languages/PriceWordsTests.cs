using FashionRecs.Web.Tests.Shop;
using FashionRecs.Web.Languages;
using FashionRecs.Web.Shop;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Web.Tests.Languages;

public class PriceWordsTests
{
    [Theory]
    [InlineData(null, "€24.50")]
    [InlineData("$", "$24.50")]
    [InlineData("CHF", "CHF\u00A024.50")]
    [InlineData("", "24.50")]
    public void Said_PriceInACurrency_StandsBehindItsSign(string? currency, string said)
    {
        KeyValuePair<string, string?>[] settings = currency is null ? [] : [KeyValuePair.Create("Shop:Currency", (string?)currency)];
        using var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .AddShop().BuildServiceProvider();

        Assert.Equal(said, services.GetRequiredService<PriceWords>().Said(24.5m));
    }

    [Fact]
    public void Said_Ranges_NameTheEndsTheyHave()
    {
        var prices = new PriceWords("€");

        string Said(decimal? from, decimal? to) => prices.Said(from, to, EnglishTexts.Localizer);

        Assert.Equal(["€20 to €49.99", "From €50", "Up to €20", ""], [Said(20, 49.99m), Said(50, null), Said(null, 20), Said(null, null)]);
    }
}
