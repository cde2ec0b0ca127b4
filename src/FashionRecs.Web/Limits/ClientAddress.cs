using System.Net;
using System.Net.Sockets;

namespace FashionRecs.Web.Limits;

/// <summary>Where a request comes from, as far as one party holds it.</summary>
public static class ClientAddress
{
    /// <summary>An IPv4 address as it is; of an IPv6 address the first 64 bits, of which a household has all the others.</summary>
    public static string Of(HttpContext context) => Of(context.Connection.RemoteIpAddress);

    /// <inheritdoc cref="Of(HttpContext)"/>
    public static string Of(IPAddress? address)
    {
        if (address is { IsIPv4MappedToIPv6: true })
        {
            address = address.MapToIPv4();
        }

        return address is { AddressFamily: AddressFamily.InterNetworkV6 } && !IPAddress.IsLoopback(address)
            ? new IPAddress([.. address.GetAddressBytes().Take(8), 0, 0, 0, 0, 0, 0, 0, 0]) + "/64"
            : address?.ToString() ?? "this machine";
    }
}
