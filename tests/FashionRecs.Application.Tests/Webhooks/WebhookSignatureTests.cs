using FashionRecs.Application.Webhooks;

namespace FashionRecs.Application.Tests.Webhooks;

public class WebhookSignatureTests
{
    [Fact]
    public void Of_ExampleOfTheSpecification_IsItsSignature()
    {
        Assert.Equal("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", WebhookSignature.Of(
            "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_p5jXN8AQM9LWM0D4loKWxJek", DateTimeOffset.FromUnixTimeSeconds(1_614_265_330),
            """{"test": 2432232314}"""u8));
    }

    [Fact]
    public void CreateSecret_Twice_DiffersAndHolds256Bits()
    {
        var secret = WebhookSignature.CreateSecret();

        Assert.Equal(32, Convert.FromBase64String(secret[WebhookSignature.Prefix.Length..]).Length);
        Assert.NotEqual(secret, WebhookSignature.CreateSecret());
    }

    [Fact]
    public void After_MoreAndMoreTries_PausesGrowUntilItIsGivenUp()
    {
        var pauses = Enumerable.Range(1, WebhookSchedule.Most - 1).Select(tries => WebhookSchedule.After(tries)!.Value).ToArray();

        Assert.Equal(pauses.Order(), pauses);
        Assert.Equal(pauses.Distinct(), pauses);
        Assert.Null(WebhookSchedule.After(WebhookSchedule.Most));
    }
}
