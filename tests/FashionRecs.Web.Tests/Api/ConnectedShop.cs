using FashionRecs.Application.ApiKeys;
using FashionRecs.Application.Catalog;
using FashionRecs.Application.Jobs;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Projection;
using FashionRecs.Tests;
using FashionRecs.Web.Api.Keys;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FashionRecs.Web.Tests.Api;

/// <summary>An empty shop that may ask one server inside the network.</summary>
/// <param name="host">That server.</param>
/// <param name="time">A clock of the test's own; the shop then does jobs only when the test says.</param>
internal sealed class ConnectedShop(string host, TimeProvider? time = null) : EmptyShop
{
    /// <inheritdoc/>
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Outbound:InsideHosts:0", host).UseSetting("Outbound:LargestFeed", "4194304")
            .UseSetting("Jobs:Look", "00:00:00.050")
            .ConfigureTestServices(services =>
            {
                services.AddSingleton<IPictureProjector>(new FakeProjector()).AddSingleton<IPictureInspector>(new FakeInspector());
                if (time is not null)
                {
                    // What looks now and then would look for each moment that is passed over.
                    foreach (var look in services.Where(service => service.ServiceType == typeof(IHostedService)
                        && service.ImplementationType?.Name is ("JobService" or "RegionWorker" or "WeightsFollower")).ToArray())
                    {
                        services.Remove(look);
                    }

                    services.AddSingleton(time);
                }
            });
    }

    /// <summary>Does what webhooks need until nothing is due any more. Other work waits for a clock that stands still.</summary>
    public static Task<int> WorkAsync(IServiceProvider services) => new JobWorker(services.GetRequiredService<IJobStore>(),
        services.GetServices<IJobKind>().Where(kind => kind.Name.StartsWith("webhook-", StringComparison.Ordinal)), JobPlace.Server,
        services.GetRequiredService<JobOptions>(), services.GetRequiredService<IJobLog>(), services.GetRequiredService<TimeProvider>())
        .DrainAsync();

    /// <summary>A program that may do everything.</summary>
    public async Task<HttpClient> ApiAsync()
    {
        var made = await Services.GetRequiredService<ApiKeyMaking>().MakeAsync("everything", ApiKeyKind.Server,
            [.. ApiScopes.All.Select(scope => scope.Scope)]);
        var client = CreateClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", made.Secret);
        return client;
    }

    /// <summary>Takes a product in, read by a network of its own.</summary>
    public Task ImportAsync(string id, FakeProjector projector) => Services.GetRequiredService<ProductImport>().ImportAsync(
        new ProductFacts(id, $"Product {id}", "Dress", "Garment Full body", "Ladieswear", "Black", "Solid", 9.99m, "A dress."),
        System.Text.Encoding.UTF8.GetBytes($"picture of {id}"), projector);

    /// <summary>A network that sees one value.</summary>
    public static FakeProjector Seeing(string attribute, string value, char fingerprint = 'a') =>
        new(AttributeVocabularyFile.Default.TryFind(attribute, value)!) { Fingerprint = new string(fingerprint, 64) };
}
