using System.Threading.Channels;
using Microsoft.Playwright;

namespace FashionRecs.EndToEnd.Tests.Browsing;

/// <summary>A circuit over a slow line: every message takes a while either way, and none overtakes another.</summary>
internal static class SlowCircuit
{
    /// <summary>Slows the circuits of pages that are opened from now on.</summary>
    /// <param name="visitor">Whose.</param>
    /// <param name="way">How long a message takes one way.</param>
    public static Task SlowDownAsync(this Visitor visitor, TimeSpan way) =>
        visitor.Page.RouteWebSocketAsync(new System.Text.RegularExpressions.Regex("/_blazor"), socket =>
        {
            var server = socket.ConnectToServer();
            socket.OnMessage(Later(way, frame => Send(server, frame)));
            server.OnMessage(Later(way, frame => Send(socket, frame)));
        });

    private static Action<IWebSocketFrame> Later(TimeSpan way, Action<IWebSocketFrame> send)
    {
        var line = Channel.CreateUnbounded<(long At, IWebSocketFrame Frame)>();
        _ = Task.Run(async () =>
        {
            await foreach (var (at, frame) in line.Reader.ReadAllAsync())
            {
                var left = way - TimeProvider.System.GetElapsedTime(at);
                if (left > TimeSpan.Zero)
                {
                    await Task.Delay(left);
                }

                send(frame);
            }
        });
        return frame => line.Writer.TryWrite((TimeProvider.System.GetTimestamp(), frame));
    }

    private static void Send(IWebSocketRoute to, IWebSocketFrame frame)
    {
        if (frame.Binary is { Length: > 0 } bytes)
        {
            to.Send(bytes);
        }
        else
        {
            to.Send(frame.Text ?? "");
        }
    }
}
