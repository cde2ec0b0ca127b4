using Bunit;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Web.Research.Experiments;

namespace FashionRecs.Web.Tests.Research;

public sealed class ArmTableTests : IDisposable
{
    private readonly BunitContext pages = new();

    [Fact]
    public void Table_ADraftWithoutArms_SaysSo()
    {
        var shown = pages.Render<ArmTable>(parameters => parameters.Add(part => part.Experiment, new Experiment { Key = "why" }));

        Assert.Equal("There are no arms yet.", shown.Find("p").TextContent);
        Assert.Empty(shown.FindAll("table"));
    }

    public void Dispose() => pages.Dispose();
}
