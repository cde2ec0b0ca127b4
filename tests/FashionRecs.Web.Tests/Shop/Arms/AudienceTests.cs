using System.Net.Http.Json;
using FashionRecs.Application.Accounts;
using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Logging;
using FashionRecs.Web.Tests.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Web.Tests.Shop.Arms;

/// <summary>What the page of a design says of audiences that signing in changes.</summary>
public class AudienceTests
{
    [Fact]
    public async Task Anonymous_WhoSignsIn_LeavesAndStillCountsForTheArm()
    {
        await using var shop = await ArmShop.OpenAsync(new NoExplanation(), new WordsOnly(),
            design => design with { Audience = Audience.Anonymous });
        var shopper = await shop.ShopperInAsync("treatment");
        await ArmShop.TellAsync(shopper, (await ArmShop.TokensAsync(shopper))[0], "seen");
        await SignInAsync(shop, shopper);

        Assert.Empty(await ArmShop.TokensAsync(shopper));
        await shopper.PostAsJsonAsync("/clicks", new { id = Guid.NewGuid(), kind = "bag", product = "p1" });

        var (exposures, outcomes) = await shop.LogAsync();
        Assert.Equal("treatment", Assert.Single(exposures).Arm);
        Assert.Equal(exposures[0].Id, Assert.Single(outcomes, outcome => outcome.Kind == OutcomeKind.Bag).ExposureId);
    }

    [Fact]
    public async Task SignedIn_WhoSignsInLater_ComesIn()
    {
        await using var shop = await ArmShop.OpenAsync(new WordsOnly(), new WordsOnly(),
            design => design with { Audience = Audience.SignedIn });
        var shopper = shop.Stranger();
        await ArmShop.LikesAsync(shopper);
        Assert.Empty(await ArmShop.TokensAsync(shopper));

        await SignInAsync(shop, shopper);

        Assert.NotEmpty(await ArmShop.TokensAsync(shopper));
    }

    private static async Task SignInAsync(ArmShop shop, HttpClient shopper)
    {
        await shop.Services.GetRequiredService<IAccountDirectory>().CreateAsync("ada@example.org", SigningIn.Password);
        await shopper.SignInAsync("ada@example.org", SigningIn.Password, join: "yes");
    }
}
