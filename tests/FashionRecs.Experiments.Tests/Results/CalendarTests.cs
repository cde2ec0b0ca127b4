using FashionRecs.Experiments.Metrics;
using FashionRecs.Experiments.Results;
using FashionRecs.Tests;

namespace FashionRecs.Experiments.Tests.Results;

public class CalendarTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    /// <summary>The clocks go forward in Berlin on 29 March 2026, at 1:00 UTC.</summary>
    [Theory]
    [InlineData("2026-03-28T22:59:00Z", "Saturday", "evening", 28)]
    [InlineData("2026-03-28T23:01:00Z", "Sunday", "night", 29)]
    [InlineData("2026-03-29T21:59:00Z", "Sunday", "evening", 29)]
    [InlineData("2026-03-29T22:01:00Z", "Monday", "night", 30)]
    public void Exposure_AroundMidnight_BelongsToTheShopsOwnDay(string at, string weekday, string part, int day)
    {
        var trial = new Trial();
        trial.Expose("u1", "control", DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture));

        var exposure = Assert.Single(CalendarSegments.Added(trial.Exposures, Berlin));
        var days = ResultsCalculator.OverTime(trial.Experiment, 1, trial.Exposures, [], StandardMetrics.All[0], new(), zone: Berlin);

        var segments = exposure.Segments;
        Assert.Equal((weekday, part, "phone"), (segments["weekday"], segments["time of day"], segments["device"]));
        Assert.Equal(day, Assert.Single(days).Day.Day);
    }
}
