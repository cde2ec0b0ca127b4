using FashionRecs.Domain.Reviews.Shortcuts;

namespace FashionRecs.Domain.Tests.Reviews.Shortcuts;

public class ReviewKeysTests
{
    private static readonly ReviewAction Skip = ReviewAction.All.Single(action => action.Name == "skip");

    [Fact]
    public void All_DefaultKeys_AreDifferent() => Assert.Equal(ReviewAction.All.Count, ReviewKeys.Default.ByKey.Count);

    [Fact]
    public void With_FreeKey_IsKeptThroughText()
    {
        var keys = ReviewKeys.Read(ReviewKeys.Default.With(Skip, "=").Write());

        Assert.Equal("=", keys[Skip]);
        Assert.Equal("skip", keys.ByKey["="]);
        Assert.DoesNotContain("s", keys.ByKey.Keys);
    }

    [Theory]
    [InlineData("u", "is taken")]
    [InlineData("3", "digits")]
    [InlineData("Tab", "browser")]
    [InlineData("", "browser")]
    public void With_KeyThatCannotBe_SaysWhy(string key, string why) =>
        Assert.Contains(why, Assert.Throws<InvalidDataException>(() => ReviewKeys.Default.With(Skip, key)).Message);

    [Fact]
    public void Read_Nonsense_FallsBackToDefaults() => Assert.Equal("s", ReviewKeys.Read("skip=u\nfly=q\n===\n")[Skip]);
}
