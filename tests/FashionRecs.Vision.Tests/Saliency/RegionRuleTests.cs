using FashionRecs.Vision.Saliency;

namespace FashionRecs.Vision.Tests.Saliency;

public class RegionRuleTests
{
    [Theory]
    [InlineData(EvidenceKind.Value, 0.4, false)]
    [InlineData(EvidenceKind.AgainstInvisible, 0.35, true)]
    public void Parse_WrittenRule_IsTheSame(EvidenceKind kind, double threshold, bool joined)
    {
        var rule = new RegionRule(kind, threshold, joined);

        Assert.Equal(rule, RegionRule.Parse(rule.ToString()));
    }

    [Theory]
    [InlineData("Value:0.4")]
    [InlineData("Value:1.4:joined")]
    [InlineData("7:0.4:joined")]
    [InlineData("Value:0.4:some")]
    public void Parse_OtherText_IsRefused(string text) => Assert.Throws<FormatException>(() => RegionRule.Parse(text));
}
