using Bunit;
using FashionRecs.Web.Shop.Reasons;

namespace FashionRecs.Web.Tests.Shop.Reasons;

public class SharePanelTests : BunitContext
{
    private static readonly ShareLine[] Lines =
    [
        new("neckline", "V-neckline", "94 % sure", 0.5f, 1, 3),
        new("skirt", "midi-length skirt", "81 % sure", -0.25f, null, 9),
    ];

    [Fact]
    public void Panel_Shares_AreBarsForAndAgainstInProportion()
    {
        var panel = Show();

        Assert.Equal("width:50%", panel.Find(".bar .for").GetAttribute("style"));
        Assert.Equal("width:25%", panel.Find(".bar .against").GetAttribute("style"));
    }

    [Fact]
    public void Panel_Shares_AreSaidInWordsToo()
    {
        var values = Show().FindAll(".share:not(.sum) .share-value").Select(value => value.TextContent).ToArray();

        Assert.Equal(["for: +0.50", "against: −0.25"], values);
    }

    [Fact]
    public void Panel_Score_IsTheExactNumber() => Assert.Equal("0.25", Show().Find("[data-score]").GetAttribute("data-score"));

    [Fact]
    public void Panel_ShareWithRegion_HasAButtonThatShowsIt() =>
        Assert.Equal("Show region 1: V-neckline", Assert.Single(Show().FindAll("button.number")).GetAttribute("aria-label"));

    [Fact]
    public void Panel_SmallShares_AreFoldedWithTheirSumAndStillThere()
    {
        ShareLine[] small = [new("collar", "shirt collar", "9 % sure", 0.02f, null, 4), new("pant", "cropped trousers", "8 % sure", -0.01f, null, 5)];

        var panel = Show([.. Lines, .. small]);

        Assert.Equal("2 smaller parts, together +0.01", panel.Find(".share-rest summary").TextContent);
        Assert.Equal(4, panel.FindAll(".share:not(.sum)").Count);
        Assert.Empty(Show([.. Lines, small[0]]).FindAll(".share-rest"));
    }

    private IRenderedComponent<SharePanel> Show(params ShareLine[] lines) =>
        Render<SharePanel>(parameters => parameters.Add(panel => panel.Lines, lines.Length > 0 ? lines : Lines).Add(panel => panel.Score, 0.25f));
}
