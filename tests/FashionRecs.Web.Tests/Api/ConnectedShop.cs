using FashionRecs.Application.ApiKeys;
using FashionRecs.Application.Catalog;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Projection;
using FashionRecs.Tests;
using FashionRecs.Web.Api.Keys;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Web.Tests.Api;

/// <summary>An empty shop that may ask one server inside the network, and does so only when a test says.</summary>
internal sealed class ConnectedShop(string host) : EmptyShop
{
    /// <inheritdoc/>
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Outbound:InsideHosts:0", host).UseSetting("Outbound:LargestFeed", "4194304")
            .UseSetting("Polling:Feeds", "01:00:00").UseSetting("Polling:Webhooks", "01:00:00").UseSetting("Polling:Alarms", "01:00:00")
            .UseSetting("Jobs:Look", "00:00:00.050")
            .ConfigureTestServices(services => services.AddSingleton<IPictureProjector>(new FakeProjector())
                .AddSingleton<IPictureInspector>(new FakeInspector()));
    }

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
