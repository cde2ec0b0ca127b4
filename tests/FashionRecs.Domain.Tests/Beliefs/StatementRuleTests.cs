using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Beliefs;
using static FashionRecs.Tests.Readings;

namespace FashionRecs.Domain.Tests.Beliefs;

public sealed class StatementRuleTests
{
    private readonly StatementRule rule = new();

    [Theory]
    [InlineData(0.85, 0.01, "V Neckline")]
    [InlineData(0.5, 0.4, "V-Shaped")] // neither alone, but together
    [InlineData(0.4, 0.5, "V-Shaped")]
    [InlineData(0.79, 0.015, null)] // the family is likelier by less than the margin, and the value not likely enough
    [InlineData(0.4, 0.1, null)]
    public void Say_Belief_IsTheFinestThatIsSure(float v, float deep, string? expected) =>
        Assert.Equal(expected, rule.Say(Belief(v, deep))?.Code);

    [Fact]
    public void Say_PictureThatDoesNotShowIt_IsNothing() => Assert.Null(rule.Say(Belief(0, 0)));

    [Fact]
    public void Say_Family_IsAsLikelyAsItsValuesTogether()
    {
        var statement = rule.Say(Belief(0.5f, 0.4f))!;
        Assert.Equal(0.9f, statement.Probability, 1e-6f);
        Assert.True(statement.Holds(VNeck));
        Assert.False(statement.Holds(RoundNeck));
    }

    private static AttributeBelief Belief(float v, float deep)
    {
        var attribute = VNeck.Attribute;
        return new(attribute,
            [.. attribute.Values.Select(value => value == VNeck ? v : value.Code == "Deep V Neckline" ? deep : value.IsInvisible
            ? 1 - v - deep : 0)]);
    }
}
