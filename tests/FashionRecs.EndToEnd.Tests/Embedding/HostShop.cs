using System.Net;
using System.Runtime.CompilerServices;
using FashionRecs.Application.ApiKeys;
using FashionRecs.Application.Seeding;
using FashionRecs.EndToEnd.Tests.Browsing;
using FashionRecs.Web.Api.Keys;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.EndToEnd.Tests.Embedding;

/// <summary>Another shop on another port whose page holds the recommendations: the example of the documents.</summary>
public sealed class HostShop : IAsyncLifetime
{
    private readonly WebApplication host;
    private ShopServer? recommender;
    private MadeApiKey? server;
    private string page = "";

    public HostShop()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        host = builder.Build();
        host.MapGet("/", () => Results.Content(page, "text/html; charset=utf-8"));
        host.MapGet("/products/{id}", (string id) => Results.Content($"<h1>Our page of {WebUtility.HtmlEncode(id)}</h1>", "text/html"));
    }

    /// <summary>Where the other shop answers.</summary>
    public string Address => host.Urls.First();

    /// <summary>The shop that recommends.</summary>
    public ShopServer Recommender => recommender!;

    /// <summary>The shopper who is signed in at the other shop.</summary>
    public string Shopper { get; } = "ada";

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        await host.StartAsync();
        recommender = new ShopServer(null, origin: Address);
        await recommender.Services.GetRequiredService<SeedCatalog>().LoadAsync();
        var keys = recommender.Services.GetRequiredService<ApiKeyMaking>();
        server = await keys.MakeAsync("host", ApiKeyKind.Server, [.. ApiScopes.All.Select(scope => scope.Scope)]);
        var browser = await keys.MakeAsync("browser", ApiKeyKind.Publishable, ApiScopes.OfShoppers, serverKey: server.Id);
        page = (await File.ReadAllTextAsync(ExamplePath()))
            .Replace("RECOMMENDER", recommender.Address, StringComparison.Ordinal)
            .Replace("PUBLISHABLE_KEY", browser.Secret, StringComparison.Ordinal)
            .Replace("SIGNED_SHOPPER", ApiKeySecrets.Sign(server.Signing!, Shopper, TimeProvider.System.GetUtcNow().AddHours(1)),
                StringComparison.Ordinal);
    }

    /// <summary>The server's key.</summary>
    public string Key => server!.Secret;

    /// <summary>A client with the server's key.</summary>
    public HttpClient Api()
    {
        var client = new HttpClient { BaseAddress = new Uri(Recommender.Address) };
        client.DefaultRequestHeaders.Authorization = new("Bearer", server!.Secret);
        return client;
    }

    /// <summary>The example page of the documents.</summary>
    public static string ExamplePath([CallerFilePath] string path = "") =>
        Path.Combine(Path.GetDirectoryName(path)!, "..", "..", "..", "docs", "examples", "shop.html");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Recommender.DisposeAsync();
        await host.DisposeAsync();
    }
}
