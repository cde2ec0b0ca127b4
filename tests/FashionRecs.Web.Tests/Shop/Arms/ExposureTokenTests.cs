using FashionRecs.Web.Shop.Arms;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Time.Testing;

namespace FashionRecs.Web.Tests.Shop.Arms;

public class ExposureTokenTests
{
    private readonly EphemeralDataProtectionProvider protection = new();
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    /// <summary>Pages that were open during an update hand back what the version before wrote, whose views were numbers.</summary>
    [Fact]
    public void TryOpen_TokenFromBeforeViewsHadCodes_TellsAllButTheView()
    {
        var payload = new ExposureToken(protection, time).TryOpen(Before("2026-03-02T08:59:00+00:00"))!;

        Assert.Equal(("why", "box", "p1", 3, null), (payload.Experiment, payload.Arm, payload.Product, payload.Position, payload.Shown));
    }

    [Theory]
    [InlineData("2026-02-23T09:00:01+00:00", true)]
    [InlineData("2026-02-23T08:59:59+00:00", false)]
    [InlineData(null, false)]
    public void TryOpen_KeptForLong_CountsForNothingAfterAWeekOrWithoutADate(string? drawn, bool counts) =>
        Assert.Equal(counts, new ExposureToken(protection, time).TryOpen(Before(drawn)) is not null);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("{}")]
    public void TryOpen_NotMadeHere_IsNull(string? token) => Assert.Null(new ExposureToken(protection, TimeProvider.System).TryOpen(token));

    private string Before(string? drawn) => protection.CreateProtector("FashionRecs.Shown.v1").Protect($$"""
        {"Also":[],"Experiment":"why","Phase":1,"Arm":"box","Unit":"u1","Product":"p1","Position":3,
         "Reason":"neckline_design: V Neckline","Region":{"Left":1,"Top":2,"Width":3,"Height":4},"Part":"upper left",
         "IsPlacebo":false,"Exposes":true,"View":4,"At":{{(drawn is null ? "null" : $"\"{drawn}\"")}}}
        """);
}
