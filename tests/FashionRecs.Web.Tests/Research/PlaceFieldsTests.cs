using Bunit;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Web.Research.Design;

namespace FashionRecs.Web.Tests.Research;

public sealed class PlaceFieldsTests : IDisposable
{
    private readonly BunitContext pages = new();

    public void Dispose() => pages.Dispose();

    [Theory]
    [InlineData(Audience.Anonymous, "An arm that makes people sign up loses them")]
    [InlineData(Audience.SignedIn, "comes into it then")]
    public void Audience_ThatSigningInChanges_SaysWhatChanges(Audience audience, string expected) =>
        Assert.Contains(expected, Of(audience).Find("[data-changing-audience]").TextContent);

    [Theory]
    [InlineData(Audience.Everyone)]
    [InlineData(Audience.KnownBefore)]
    [InlineData(Audience.NewSinceStart)]
    public void Audience_ThatNothingChanges_SaysNothing(Audience audience) =>
        Assert.Empty(Of(audience).FindAll("[data-changing-audience]"));

    [Fact]
    public void Audience_ChosenOnThePage_IsExplainedAtOnce()
    {
        var place = new PlaceDraft();
        var page = pages.Render<PlaceFields>(parameters => parameters.Add(part => part.Place, place));
        Assert.Empty(page.FindAll("[data-changing-audience]"));

        page.FindAll("select")[1].Change(nameof(Audience.Anonymous));

        Assert.Equal(Audience.Anonymous, place.Audience);
        Assert.NotEmpty(page.FindAll("[data-changing-audience]"));
    }

    private IRenderedComponent<PlaceFields> Of(Audience audience) => pages.Render<PlaceFields>(
        parameters => parameters.Add(part => part.Place, new PlaceDraft { Audience = audience }));
}
