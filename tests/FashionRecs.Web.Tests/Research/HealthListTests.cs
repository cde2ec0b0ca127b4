using Bunit;
using FashionRecs.Experiments.Health;
using FashionRecs.Web.Research.Results;

namespace FashionRecs.Web.Tests.Research;

public sealed class HealthListTests : IDisposable
{
    private readonly BunitContext pages = new();

    [Fact]
    public void Findings_WithoutAnythingToCheck_AreNotCalledFine()
    {
        var list = pages.Render<HealthList>(parameters => parameters.Add(part => part.Findings,
        [
            new("clock", HealthLevel.Fine, "No outcome is timed before its exposure."),
            new("views shown", HealthLevel.Fine, "It is not known which views were shown.") { WasChecked = false },
            new("answers", HealthLevel.Warning, "Few answered."), new("sample ratio", HealthLevel.Alarm, "Uneven."),
        ]));

        Assert.Equal(["Fine", "No data", "Look", "Alarm"], list.FindAll(".health-mark").Select(mark => mark.TextContent));
        Assert.Equal("unchecked", list.Find("[data-check='views shown']").ClassName);
    }

    public void Dispose() => pages.Dispose();
}
