using Microsoft.Playwright;

namespace FashionRecs.EndToEnd.Tests.Browsing;

/// <summary>The connection between a page and its circuit, which can be cut while plain requests still go through.</summary>
public sealed class Circuit
{
    private const string Negotiation = "**/_blazor/negotiate**";

    private readonly IPage page;
    private readonly List<IWebSocketRoute> sockets = [];

    private Circuit(IPage page) => this.page = page;

    /// <summary>Stands between the page and the shop; to be called before the page is opened.</summary>
    public static async Task<Circuit> WatchAsync(IPage page)
    {
        var circuit = new Circuit(page);
        await page.RouteWebSocketAsync("**/_blazor**", socket =>
        {
            circuit.sockets.Add(socket);
            circuit.sockets.Add(socket.ConnectToServer());
        });
        return circuit;
    }

    /// <summary>Cuts it on both sides and keeps it from coming back.</summary>
    public async Task CutAsync()
    {
        await page.RouteAsync(Negotiation, route => route.AbortAsync());
        foreach (var socket in sockets)
        {
            await socket.CloseAsync(new() { Code = 3000, Reason = "cut" });
        }

        sockets.Clear();
    }

    /// <summary>Lets it come back.</summary>
    public Task MendAsync() => page.UnrouteAsync(Negotiation);
}
