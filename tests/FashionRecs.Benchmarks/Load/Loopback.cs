using System.Net;
using System.Net.Sockets;

namespace FashionRecs.Benchmarks.Load;

/// <summary>
/// Lets visitors come from different addresses of this machine, as they come from different homes, so that limits per address hold as they
/// would outside.
/// </summary>
internal static class Loopback
{
    /// <summary>Whether all of 127.0.0.0/8 is this machine.</summary>
    public static bool HasManyAddresses => OperatingSystem.IsLinux();

    /// <summary>A handler with cookies of its own.</summary>
    /// <param name="from">The address that it comes from.</param>
    /// <param name="cookies">Whether it keeps cookies.</param>
    public static SocketsHttpHandler From(IPAddress from, bool cookies = true)
    {
        var handler = new SocketsHttpHandler { CookieContainer = new CookieContainer(), UseCookies = cookies, AllowAutoRedirect = false };
        if (HasManyAddresses)
        {
            handler.ConnectCallback = async (context, cancellation) =>
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                try
                {
                    socket.Bind(new IPEndPoint(from, 0));
                    await socket.ConnectAsync(context.DnsEndPoint, cancellation);
                    return new NetworkStream(socket, ownsSocket: true);
                }
                catch
                {
                    socket.Dispose();
                    throw;
                }
            };
        }

        return handler;
    }
}
