using FashionRecs.Application.Catalog;
using FashionRecs.Domain.Catalog;
using FashionRecs.Tests.Fuzzing;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Web.Tests.Limits;

/// <summary>Made-up requests to every address that the shop maps; far more of them: <c>fuzz</c> of the benchmarks.</summary>
public class EndpointFuzzTests(EmptyShop shop) : IClassFixture<EmptyShop>
{
    [Fact]
    public async Task Request_MadeUpForAnyEndpoint_IsNever500()
    {
        foreach (var id in new[] { "p0", "p1" })
        {
            await shop.Services.GetRequiredService<ICatalogStore>().SaveAsync(
                new Product { Id = id, Name = id, Picture = new string('0', 64), PictureWidth = 3, PictureHeight = 4 }, null);
        }

        var (visitors, run) = (
            new FuzzVisitors(shop.Services, cookies => shop.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = cookies })),
            new FuzzRun());

        await visitors.SendAsync(run, each: 300, seed: 20_261_128);

        Assert.True(run.Failures.Count == 0, string.Join('\n', run.Failures));
        // That pages, forms and programs are among them: else nothing would be asked.
        foreach (var route in new[] { "/clicks", "/catalog", "/account/sign-in", "/api/v1/events", "/search/photograph", "/merchandising" })
        {
            Assert.Contains(visitors.Endpoints, endpoint => endpoint.Route == route);
        }

        Assert.All([200, 302, 400, 404], status => Assert.True(run.Answers.GetValueOrDefault(status) > 0, $"{status}: none"));
    }
}
