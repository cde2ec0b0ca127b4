using System.Globalization;
using Bunit;
using FashionRecs.Web.Shop.Reasons;

namespace FashionRecs.Web.Tests.Shop.Reasons;

public class SharePanelTests : ShopComponents
{
    private static readonly ShareLine[] Lines =
    [
        new("neckline", "V-neckline", "94 % sure", 0.5f, 1, "value:3"),
        new("skirt", "midi-length skirt", "81 % sure", -0.25f, null, "value:9"),
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
        ShareLine[] small =
            [new("collar", "shirt collar", "9 % sure", 0.02f, null, "value:4"),
            new("pant", "cropped trousers", "8 % sure", -0.01f, null, "value:5")];

        var panel = Show([.. Lines, .. small]);

        Assert.Equal("2 smaller parts, together +0.01", panel.Find(".share-rest summary").TextContent);
        Assert.Equal(4, panel.FindAll(".share:not(.sum)").Count);
        Assert.Empty(Show([.. Lines, small[0]]).FindAll(".share-rest"));
    }

    [Fact]
    public void Panel_SharesThatAllLoseByRounding_AddUpAsPrinted()
    {
        ShareLine[] lines =
        [
            new("a", "V-neckline", "", 0.704f, 1, "value:3"), new("b", "midi-length skirt", "", 0.704f, null, "value:9"),
            new("c", "short sleeves", "", 0.684f, null, "value:12"),
            new("d", "shirt collar", "", 0.004f, null, "value:4"), new("e", "cropped trousers", "", 0.008f, null, "value:5"),
        ];

        var panel = Show(lines.Sum(line => line.Share), lines);

        Assert.Equal("+2.10", panel.Find("[data-score]").TextContent);
        Assert.Equal(2.10m, Sum(panel.FindAll(".share:not(.sum) .share-value").Select(value => value.TextContent)));
        // And with the small ones folded away.
        Assert.Equal(2.10m,
            Sum([panel.Find(".share-rest summary").TextContent,
            .. panel.FindAll(".shares > .share:not(.sum) .share-value").Select(value => value.TextContent)]));
    }

    [Fact]
    public void Panel_OneShareThatPrintsAsNothing_IsFolded()
    {
        var panel = Show([.. Lines, new("collar", "shirt collar", "9 % sure", 0.001f, null, "value:4")]);

        Assert.Equal("One smaller part, 0.00", panel.Find(".share-rest summary").TextContent);
    }

    private static decimal Sum(IEnumerable<string> texts) =>
        texts.Sum(text => decimal.Parse(text.Split(' ')[^1].Replace('−', '-'), NumberStyles.Float, CultureInfo.InvariantCulture));

    private IRenderedComponent<SharePanel> Show(params ShareLine[] lines) => Show(0.25f, lines.Length > 0 ? lines : Lines);

    private IRenderedComponent<SharePanel> Show(float score, ShareLine[] lines) =>
        Render<SharePanel>(parameters => parameters.Add(panel => panel.Lines, lines).Add(panel => panel.Score, score));
}
