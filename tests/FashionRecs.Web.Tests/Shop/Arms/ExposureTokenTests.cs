using FashionRecs.Web.Shop.Arms;
using Microsoft.AspNetCore.DataProtection;

namespace FashionRecs.Web.Tests.Shop.Arms;

public class ExposureTokenTests
{
    private readonly EphemeralDataProtectionProvider protection = new();

    /// <summary>Pages that were open during an update hand back what the version before wrote, whose views were numbers.</summary>
    [Fact]
    public void TryOpen_TokenFromBeforeViewsHadCodes_TellsAllButTheView()
    {
        const string before = """
            {"Also":[],"Experiment":"why","Phase":1,"Arm":"box","Unit":"u1","Product":"p1","Position":3,
             "Reason":"neckline_design: V Neckline","Region":{"Left":1,"Top":2,"Width":3,"Height":4},"Part":"upper left",
             "IsPlacebo":false,"Exposes":true,"View":4}
            """;

        var payload = new ExposureToken(protection, TimeProvider.System)
            .TryOpen(protection.CreateProtector("FashionRecs.Shown.v1").Protect(before))!;

        Assert.Equal(("why", "box", "p1", 3, null), (payload.Experiment, payload.Arm, payload.Product, payload.Position, payload.Shown));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("{}")]
    public void TryOpen_NotMadeHere_IsNull(string? token) => Assert.Null(new ExposureToken(protection, TimeProvider.System).TryOpen(token));
}
