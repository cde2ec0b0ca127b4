using System.Net;
using FashionRecs.Application.Accounts;
using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Web.Tests.Accounts;
using FashionRecs.Web.Tests.Shop.Arms;

namespace FashionRecs.Web.Tests.Research;

public class NoSuchExperimentTests
{
    [Fact]
    public async Task Pages_UnknownPhase_AreNotFoundAndSayWhat()
    {
        await using var shop = await ArmShop.OpenAsync(new WordsOnly(), new BoxOnly());
        var researcher = await shop.ResearcherAsync();

        foreach (var page in new[] { "results", "reasons", "report", "analysis.json" })
        {
            var answer = await researcher.GetAsync($"/research/experiments/why/{page}?phase=7");

            Assert.Equal((page, HttpStatusCode.NotFound), (page, answer.StatusCode));
            Assert.Contains("has no phase 7", await answer.Content.ReadAsStringAsync());
            Assert.Equal(HttpStatusCode.OK, (await researcher.GetAsync($"/research/experiments/why/{page}?phase=1")).StatusCode);
        }
    }

    [Fact]
    public async Task Pages_UnknownExperiment_AreNotFoundAndSayWhat()
    {
        await using var shop = new EmptyShop();
        var researcher = await shop.SignedInAsAsync(Roles.Researcher);

        foreach (var page in new[] { "", "/results", "/reasons", "/report", "/edit", "/phase" })
        {
            var answer = await researcher.GetAsync($"/research/experiments/gone{page}");

            Assert.Equal((page, HttpStatusCode.NotFound), (page, answer.StatusCode));
            Assert.Contains("There is no such experiment", await answer.Content.ReadAsStringAsync());
        }

        Assert.Equal(HttpStatusCode.OK, (await researcher.GetAsync("/research/new")).StatusCode);
    }
}
