using FashionRecs.Domain.Text;

namespace FashionRecs.Domain.Tests.Text;

public class MomentsTests
{
    private static readonly DateTimeOffset Late = new(2026, 11, 29, 1, 5, 9, TimeSpan.FromHours(2));

    [Fact]
    public void Day_ElsewhereTomorrow_IsTheDayOfUtc() => Assert.Equal("28 Nov 2026", Moments.Day(Late).Replace('\u00a0', ' '));

    [Fact]
    public void Minute_AnyTime_BreaksOnlyAfterTheDay() => Assert.Equal("28~Nov~2026, 23:05~UTC", Moments.Minute(Late).Replace('\u00a0', '~'));

    [Fact]
    public void Second_AnyTime_BreaksOnlyAfterTheDay() =>
        Assert.Equal("28~Nov~2026, 23:05:09~UTC", Moments.Second(Late).Replace('\u00a0', '~'));
}
