using System.Net;
using System.Net.Sockets;

namespace FashionRecs.Application.Outbound;

/// <summary>Says which addresses a server's name has. Safe to share between threads.</summary>
public interface IHostAddresses
{
    /// <summary>All addresses of a name; none where nobody knows it.</summary>
    Task<IReadOnlyList<IPAddress>> OfAsync(string host, CancellationToken cancellation = default);
}

/// <summary>As the system knows them.</summary>
internal sealed class SystemHostAddresses : IHostAddresses
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<IPAddress>> OfAsync(string host, CancellationToken cancellation = default)
    {
        try
        {
            return await Dns.GetHostAddressesAsync(host, cancellation);
        }
        catch (Exception exception) when (exception is SocketException or ArgumentException)
        {
            return [];
        }
    }
}
