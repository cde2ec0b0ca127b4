using System.Net;
using System.Net.Http.Json;
using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Experiments.Logging;
using FashionRecs.Web.Shop.Arms;

namespace FashionRecs.Web.Tests.Shop.Arms;

public class TrackingEndpointTests
{
    [Fact]
    public async Task Post_SameMessageTwice_LogsOneExposureAndOneImpression()
    {
        await using var shop = await ArmShop.OpenAsync(new WordsOnly(), new BoxWithWords());
        var shopper = await shop.ShopperInAsync("treatment");
        var token = (await ArmShop.TokensAsync(shopper))[2];
        var id = Guid.NewGuid();

        await ArmShop.TellAsync(shopper, token, "impression", id: id);
        await ArmShop.TellAsync(shopper, token, "impression", id: id);

        var (exposures, outcomes) = await shop.LogAsync();
        var exposure = Assert.Single(exposures);
        Assert.Equal(("treatment", 3, "sleeve_length: Long Sleeves", "phone"),
            (exposure.Arm, exposure.Position, exposure.Reason, exposure.Segments["device"]));
        Assert.NotNull(exposure.Region);
        Assert.Equal((OutcomeKind.Impression, "upper left"), Assert.Single(outcomes.Select(outcome => (outcome.Kind, outcome.Part))));
    }

    [Fact]
    public async Task Post_ContrastWithNothingHidden_LogsTheViewThatWasShown()
    {
        await using var shop = await ArmShop.OpenAsync(new WordsOnly(), new Contrast());
        var shopper = await shop.ShopperInAsync("treatment");

        await ArmShop.TellAsync(shopper, (await ArmShop.TokensAsync(shopper))[0], "seen");

        Assert.Equal(new BoxWithWords(), Assert.Single((await shop.LogAsync()).Exposures).View);
    }

    [Fact]
    public async Task Post_ManyPlaces_IsOneExposureWithAnImpressionEach()
    {
        await using var shop = await ArmShop.OpenAsync(new NoExplanation(), new WordsOnly());
        var shopper = await shop.ShopperInAsync("control");
        var tokens = await ArmShop.TokensAsync(shopper);

        foreach (var token in tokens)
        {
            await ArmShop.TellAsync(shopper, token, "impression");
        }

        var (exposures, outcomes) = await shop.LogAsync();
        Assert.Equal((1, "control", null, null),
            (Assert.Single(exposures).Position, exposures[0].Arm, exposures[0].Reason, exposures[0].Region));
        Assert.Equal(tokens.Length, outcomes.Count);
    }

    [Fact]
    public async Task Post_SealOfAnotherShopperOrForged_IsNotLogged()
    {
        await using var shop = await ArmShop.OpenAsync(new WordsOnly(), new BoxOnly());
        var (one, other) = (await shop.ShopperInAsync("control"), await shop.ShopperInAsync("treatment"));
        var token = (await ArmShop.TokensAsync(one))[0];

        await ArmShop.TellAsync(other, token, "impression");
        await ArmShop.TellAsync(one, token[..^2] + "AA", "impression");
        await ArmShop.TellAsync(one, "{\"Arm\":\"treatment\"}", "impression");

        Assert.Empty((await shop.LogAsync()).Exposures);
    }

    [Fact]
    public async Task Post_AfterTheStop_LetsNobodyInAndCountsNothing()
    {
        await using var shop = await ArmShop.OpenAsync(new WordsOnly(), new BoxOnly());
        var (early, late) = (await shop.ShopperInAsync("control"), await shop.ShopperInAsync("control"));
        var (seen, unseen) = ((await ArmShop.TokensAsync(early))[0], (await ArmShop.TokensAsync(late))[0]);
        await ArmShop.TellAsync(early, seen, "impression");
        await shop.StopAsync();

        await ArmShop.TellAsync(early, seen, "dwell", 12.5);
        await ArmShop.TellAsync(late, unseen, "impression");
        await early.PostAsJsonAsync("/clicks", new { id = Guid.NewGuid(), kind = "like", product = "p3", shown = seen });
        await early.PostAsJsonAsync("/clicks", new { id = Guid.NewGuid(), kind = "bag", product = "p5" });

        var (exposures, outcomes) = await shop.LogAsync();
        Assert.Single(exposures);
        Assert.Equal(OutcomeKind.Impression, Assert.Single(outcomes).Kind);
        Assert.Empty(await ArmShop.TokensAsync(late));
    }

    [Fact]
    public async Task Post_NewPhase_CountsForItAloneAndNotForTheOneBefore()
    {
        await using var shop = await ArmShop.OpenAsync(new WordsOnly(), new BoxOnly());
        var shopper = await shop.ShopperInAsync("control");
        await ArmShop.TellAsync(shopper, (await ArmShop.TokensAsync(shopper))[0], "impression");
        await shop.NewPhaseAsync();

        await ArmShop.TellAsync(shopper, (await ArmShop.TokensAsync(shopper))[0], "impression");
        await shopper.PostAsJsonAsync("/clicks", new { id = Guid.NewGuid(), kind = "bag", product = "p5" });

        var (exposures, outcomes) = await shop.LogAsync();
        Assert.Equal([1, 2], exposures.Select(exposure => exposure.Phase));
        Assert.Equal(exposures[1].Id, Assert.Single(outcomes, outcome => outcome.Kind == OutcomeKind.Bag).ExposureId);
    }

    [Fact]
    public async Task Post_Impressions_LogTheViewThatWasShownAndTheReasonThatThereWas()
    {
        await using var shop = await ArmShop.OpenAsync(new NoExplanation(), new Contrast());
        var (control, treatment) = (await shop.ShopperInAsync("control"), await shop.ShopperInAsync("treatment"));
        foreach (var shopper in new[] { control, treatment })
        {
            await ArmShop.TellAsync(shopper, (await ArmShop.TokensAsync(shopper))[0], "impression");
        }

        var (exposures, outcomes) = await shop.LogAsync();

        Assert.Equal([new NoExplanation(), new BoxWithWords()], outcomes.Select(outcome => outcome.View!));
        Assert.Equal((null, outcomes[1].Reason), (outcomes[0].Reason, outcomes[0].AvailableReason));
        Assert.NotNull(outcomes[0].AvailableReason);
        Assert.Equal(outcomes[0].AvailableReason, exposures[0].AvailableReason);
    }

    [Fact]
    public async Task Post_QuestionSeenAndDeclined_IsLoggedOnce()
    {
        await using var shop = await ArmShop.OpenAsync(new WordsOnly(), new BoxOnly());
        var shopper = await shop.ShopperInAsync("control");
        var token = (await ArmShop.TokensAsync(shopper))[0];
        foreach (var kind in new[] { "asked", "asked", "declined" })
        {
            await shopper.PostAsJsonAsync("/shown",
                new[] { new { id = Guid.NewGuid(), kind, shown = token, question = "trust", device = "phone" } });
        }

        Assert.Equal(HttpStatusCode.BadRequest,
            (await shopper.PostAsJsonAsync("/shown",
            new[] { new { id = Guid.NewGuid(), kind = "asked", shown = token, question = "like" } })).StatusCode);
        var outcomes = (await shop.LogAsync()).Outcomes;
        Assert.Equal([(OutcomeKind.Asked, OutcomeKind.Trust), (OutcomeKind.Declined, OutcomeKind.Trust)],
            outcomes.Select(outcome => (outcome.Kind, outcome.Question!.Value)));
    }

    [Fact]
    public async Task Post_Nonsense_IsRefusedWithOneSentence()
    {
        await using var shop = await ArmShop.OpenAsync(new WordsOnly(), new BoxOnly());
        var shopper = await shop.ShopperInAsync("control");
        var token = (await ArmShop.TokensAsync(shopper))[0];
        (string, double?)[] nonsense =
            [("adore", 1), ("like", 1), ("7", 1), ("dwell", -3), ("dwell", 1e9), ("dwell", null), ("trust", 6), ("trust", 2.5),
                ("regionagreement", 0.5)];

        foreach (var (kind, value) in nonsense)
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await ArmShop.TellAsync(shopper, token, kind, value)).StatusCode);
        }

        Assert.Empty((await shop.LogAsync()).Exposures);
    }

    [Fact]
    public async Task Post_AnswerGivenTwice_CountsOnce()
    {
        await using var shop = await ArmShop.OpenAsync(new WordsOnly(), new BoxOnly());
        var shopper = await shop.ShopperInAsync("control");
        var tokens = await ArmShop.TokensAsync(shopper);

        await ArmShop.TellAsync(shopper, tokens[0], "trust", 4);
        await ArmShop.TellAsync(shopper, tokens[1], "trust", 1);

        Assert.Equal(4, Assert.Single((await shop.LogAsync()).Outcomes).Value);
    }

    [Fact]
    public async Task Clicks_LikeBeforeAndAfterOpening_CarryTheExposureAndAreToldApart()
    {
        await using var shop = await ArmShop.OpenAsync(new WordsOnly(), new BoxOnly());
        var shopper = await shop.ShopperInAsync("treatment");
        var token = (await ArmShop.TokensAsync(shopper))[0];
        var like = new { id = Guid.NewGuid(), kind = "like", product = "p3", shown = token };

        await shopper.PostAsJsonAsync("/clicks", like);
        await shopper.PostAsJsonAsync("/clicks", like);
        await shopper.PostAsJsonAsync("/clicks", new { id = Guid.NewGuid(), kind = "view", product = "p4" });
        await shopper.PostAsJsonAsync("/clicks", new { id = Guid.NewGuid(), kind = "like", product = "p4" });
        await shopper.PostAsJsonAsync("/clicks", new { id = Guid.NewGuid(), kind = "bag", product = "p5" });
        // The first like once more, as from a second tab that sends it late: by now the product was opened, yet it is the same like.
        await shopper.PostAsJsonAsync("/clicks", new { id = Guid.NewGuid(), kind = "view", product = "p3" });
        await shopper.PostAsJsonAsync("/clicks", like);

        var (exposures, outcomes) = await shop.LogAsync();
        Assert.All(outcomes, outcome => Assert.Equal(Assert.Single(exposures).Id, outcome.ExposureId));
        Assert.Equal([OutcomeKind.Like, OutcomeKind.LikeOpened, OutcomeKind.Bag], outcomes.Select(outcome => outcome.Kind));
        Assert.Equal("sleeve_length: Long Sleeves", outcomes[0].Reason);
    }

    [Fact]
    public async Task Post_DwellLongerThanThePageHasBeenThere_IsNotLogged()
    {
        await using var shop = await ArmShop.OpenAsync(new WordsOnly(), new BoxWithWords());
        var shopper = await shop.ShopperInAsync("treatment");
        var token = (await ArmShop.TokensAsync(shopper))[0];

        await ArmShop.TellAsync(shopper, token, "dwell", 7_200);
        await ArmShop.TellAsync(shopper, token, "dwell", 5);

        Assert.Equal(5, Assert.Single((await shop.LogAsync()).Outcomes).Value);
    }

    [Fact]
    public async Task Post_OneTokenForOutcomesWithoutEnd_CountsABoundedNumberOfEachKind()
    {
        await using var shop = await ArmShop.OpenAsync(new WordsOnly(), new BoxWithWords());
        var shopper = await shop.ShopperInAsync("treatment");
        var token = (await ArmShop.TokensAsync(shopper))[0];

        var messages = Enumerable.Range(0, ExposureLogger.MostOfAKind + 10)
            .Select(_ => new { id = Guid.NewGuid(), kind = "maptoggle", shown = token, device = "phone" });
        await shopper.PostAsJsonAsync("/shown", messages);

        await ArmShop.TellAsync(shopper, token, "hover", 1);

        var outcomes = (await shop.LogAsync()).Outcomes;
        Assert.Equal(ExposureLogger.MostOfAKind, outcomes.Count(outcome => outcome.Kind == OutcomeKind.MapToggle));
        Assert.Single(outcomes, outcome => outcome.Kind == OutcomeKind.Hover);
    }
}
