using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Preferences;
using FashionRecs.Tests;
using FashionRecs.Tests.Databases;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Web.Tests;

/// <summary>The shop with an empty database of its own: a SQLite file where nothing else is said.</summary>
public class EmptyShop : WebApplicationFactory<FashionRecs.Web.Layout.App>
{
    private readonly Lazy<TestDatabase> database;
    private readonly bool owns;

    /// <summary>A shop on a file.</summary>
    public EmptyShop()
        : this(() => new SqliteFile())
    {
    }

    /// <summary>
    /// A shop on a database that is made by whoever first asks, since a fixture must not skip; it goes away with the shop that owns it.
    /// </summary>
    protected EmptyShop(Func<TestDatabase> make, bool owns = true) => (database, this.owns) = (new Lazy<TestDatabase>(make), owns);

    /// <summary>Where it keeps its data.</summary>
    public TestDatabase Database => database.Value;

    /// <inheritdoc/>
    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseSetting("Storage:Provider", Database.Settings.Provider)
        .UseSetting("Storage:ConnectionString", Database.Settings.ConnectionString)
        .UseSetting("Storage:DatabasePath", Database.Settings.DatabasePath)
        .UseSetting("Storage:Folder", Database.Folder)
        .UseSetting("Storage:LockTimeoutSeconds", "2")
        .UseSetting("Catalog:Seed", "false").UseSetting("Catalog:FollowShippedWeights", "false")
        // All tests of a class come from one address.
        .UseSetting("Limits:AddressFactor", "1000")
        .UseSetting("Crowd:Least", "2").UseSetting("Crowd:LeastAgeHours", "0").UseSetting("Crowd:OncePerOrigin", "false")
        // Which of two values is named first must not hang on the numbers of the prior that ships.
        .ConfigureServices(services => services.AddSingleton(HeldCatalog.Memory)
            .AddSingleton(PreferencePrior.Flat(AttributeVocabularyFile.Default, variance: 1)));

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (owns && database.IsValueCreated)
        {
            Database.Dispose();
        }

        GC.SuppressFinalize(this);
    }
}
