using System.Net;
using System.Net.Http;
using System.Net.Sockets;

namespace FashionRecs.Application.Outbound;

/// <summary>
/// Lets the shop ask servers of the public internet alone. The name is looked up once for each connection and the connection is made to
/// the very address that was judged, so that a name that changes its address between the look and the call leads nowhere else. Safe to
/// share between threads.
/// </summary>
public sealed class OutboundGate(OutboundOptions options, IHostAddresses hosts)
{
    /// <summary>Letters of an address at most.</summary>
    public const int Longest = 2_000;

    /// <summary>Reads an address that somebody gave.</summary>
    /// <exception cref="InvalidDataException">It is none that may be asked; one sentence says why.</exception>
    public Uri Read(string? address)
    {
        var text = address?.Trim() ?? "";
        return text.Length > Longest || text.Any(char.IsControl) || !Uri.TryCreate(text, UriKind.Absolute, out var uri)
            || (uri.Scheme != Uri.UriSchemeHttps && uri.Scheme != Uri.UriSchemeHttp) || uri.Host.Length == 0
            ? throw new InvalidDataException($"An address begins with https:// and has at most {Longest} characters.")
            : uri.UserInfo.Length > 0 ? throw new InvalidDataException("An address holds no name or password; put a token into its query.")
            : uri;
    }

    /// <summary>Reads an address and makes sure that it leads to the public internet, as things are now.</summary>
    /// <exception cref="InvalidDataException">It does not; one sentence says why.</exception>
    public async Task<Uri> CheckAsync(string? address, CancellationToken cancellation = default)
    {
        var uri = Read(address);
        await AddressesAsync(uri.IdnHost, uri.Port, cancellation);
        return uri;
    }

    /// <summary>Whether a server inside the network may be named, since the settings say so.</summary>
    public bool IsNamedInside(Uri address) => IsNamedInside(address.IdnHost, address.Port);

    /// <summary>Connects to a server that may be asked.</summary>
    internal async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = await AddressesAsync(host, port, cancellation);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync([.. addresses], port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task<IReadOnlyList<IPAddress>> AddressesAsync(string host, int port, CancellationToken cancellation)
    {
        var bare = host.Trim('[', ']');
        var found = IPAddress.TryParse(bare, out var given) ? [given] : await hosts.OfAsync(bare, cancellation);
        return found.Count == 0 ? throw new InvalidDataException($"Nobody knows a server called {host}.")
            : !IsNamedInside(bare, port) && found.Any(InsideNetwork.Contains)
                ? throw new InvalidDataException($"The address leads inside the network ({host}), where the shop asks nobody.")
            : found;
    }

    private bool IsNamedInside(string host, int port) => options.InsideHosts.Any(named =>
        named.Equals(host, StringComparison.OrdinalIgnoreCase) || named.Equals($"{host}:{port}", StringComparison.OrdinalIgnoreCase));
}
