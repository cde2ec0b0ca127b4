using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Preferences;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Web.Tests;

/// <summary>The shop with an empty database of its own.</summary>
public sealed class EmptyShop : WebApplicationFactory<FashionRecs.Web.Layout.App>
{
    private readonly string folder = Directory.CreateTempSubdirectory("fashionrecs-web-").FullName;

    /// <summary>The shop's file.</summary>
    public string Database => Path.Combine(folder, "shop.db");

    /// <inheritdoc/>
    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseSetting("Storage:DatabasePath", Database)
        .UseSetting("Storage:LockTimeoutSeconds", "2")
        .UseSetting("Catalog:Seed", "false").UseSetting("Catalog:FollowShippedWeights", "false")
        // All tests of a class come from one address.
        .UseSetting("Limits:AddressFactor", "1000")
        .UseSetting("Crowd:Least", "2").UseSetting("Crowd:LeastAgeHours", "0").UseSetting("Crowd:OncePerOrigin", "false")
        // Which of two values is named first must not hang on the numbers of the prior that ships.
        .ConfigureServices(services => services.AddSingleton(PreferencePrior.Flat(AttributeVocabularyFile.Default, variance: 1)));

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }
}
