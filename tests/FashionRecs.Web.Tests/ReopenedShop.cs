using FashionRecs.Domain.Attributes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Web.Tests;

/// <summary>The shop on a folder that was there before, under a vocabulary of its own.</summary>
internal sealed class ReopenedShop(string folder, AttributeVocabulary vocabulary) : WebApplicationFactory<FashionRecs.Web.Layout.App>
{
    /// <inheritdoc/>
    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseSetting("Storage:DatabasePath", Path.Combine(folder, "shop.db"))
        .UseSetting("Catalog:Seed", "false").UseSetting("Catalog:FollowShippedWeights", "false")
        .UseSetting("Limits:AddressFactor", "1000")
        .UseSetting("Crowd:Least", "2").UseSetting("Crowd:LeastAgeHours", "0").UseSetting("Crowd:OncePerOrigin", "false")
        .ConfigureServices(services => services.AddSingleton(vocabulary));
}
