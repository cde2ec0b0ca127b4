using FashionRecs.Vision.Saliency;

namespace FashionRecs.Vision.Tests.Saliency;

public class RegionRuleTests
{
    [Theory]
    [InlineData(CamContrast.Value, 0.4, false)]
    [InlineData(CamContrast.Invisible, 0.35, true)]
    public void Parse_WrittenRule_IsTheSame(CamContrast kind, double threshold, bool joined)
    {
        var rule = new RegionRule(kind, threshold, joined);

        Assert.Equal(rule, RegionRule.Parse(rule.ToString()));
    }

    [Theory]
    [InlineData("AgainstOthers:0.45:joined", CamContrast.Siblings)]
    [InlineData("AgainstInvisible:0.45:joined", CamContrast.Invisible)]
    public void Parse_RuleOfEarlierWeights_IsUnderstood(string text, CamContrast kind) =>
        Assert.Equal(new RegionRule(kind, 0.45, true), RegionRule.Parse(text));

    [Theory]
    [InlineData("Value:0.4")]
    [InlineData("Value:1.4:joined")]
    [InlineData("7:0.4:joined")]
    [InlineData("Value:0.4:some")]
    public void Parse_OtherText_IsRefused(string text) => Assert.Throws<FormatException>(() => RegionRule.Parse(text));
}
