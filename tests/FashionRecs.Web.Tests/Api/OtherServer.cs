using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FashionRecs.Web.Tests.Api;

/// <summary>A server of somebody else on this machine, at a port of its own.</summary>
internal sealed class OtherServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private OtherServer(WebApplication app) => this.app = app;

    /// <summary>What it was asked, in order.</summary>
    public ConcurrentQueue<AskedRequest> Asked { get; } = new();

    /// <summary>Where it is, as <c>127.0.0.1:port</c>.</summary>
    public string Host => new Uri(app.Urls.First()).Authority;

    /// <summary>Starts one.</summary>
    public static async Task<OtherServer> StartAsync(Func<HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var server = new OtherServer(builder.Build());
        server.app.Run(async context =>
        {
            using var body = new StreamReader(context.Request.Body);
            server.Asked.Enqueue(new AskedRequest(context.Request.Path, await body.ReadToEndAsync(),
                context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(),
                    StringComparer.OrdinalIgnoreCase)));
            await answer(context);
        });
        await server.app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }
}

/// <summary>What a server was asked.</summary>
internal sealed record AskedRequest(string Path, string Body, IReadOnlyDictionary<string, string> Headers);
