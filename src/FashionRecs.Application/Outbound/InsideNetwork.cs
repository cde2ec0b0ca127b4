using System.Net;
using System.Net.Sockets;

namespace FashionRecs.Application.Outbound;

/// <summary>
/// Tells addresses of the public internet from all others: the machine itself, private and link-local networks, those for documentation
/// and tests, multicast, and addresses that hold one of another network (the special-purpose registries of RFC 6890). Pure.
/// </summary>
public static class InsideNetwork
{
    private static readonly IPNetwork[] Old =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        }.Select(IPNetwork.Parse),
    ];

    /// <summary>All of the public internet that was ever given out in IPv6.</summary>
    private static readonly IPNetwork Public = IPNetwork.Parse("2000::/3");

    /// <summary>What lies in it and is not public: protocols and Teredo, documentation, 6to4.</summary>
    private static readonly IPNetwork[] New =
        [.. new[] { "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20" }.Select(IPNetwork.Parse)];

    /// <summary>Whether an address is none of the public internet.</summary>
    public static bool Contains(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily switch
        {
            AddressFamily.InterNetwork => Array.Exists(Old, network => network.Contains(plain)),
            AddressFamily.InterNetworkV6 => !Public.Contains(plain) || Array.Exists(New, network => network.Contains(plain)),
            _ => true,
        };
    }
}
