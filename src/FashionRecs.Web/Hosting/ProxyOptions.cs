using System.ComponentModel.DataAnnotations;

namespace FashionRecs.Web.Hosting;

/// <summary>Which proxies in front of the shop are believed: the settings' section <c>Proxy</c>.</summary>
public sealed class ProxyOptions
{
    /// <summary>
    /// Addresses (<c>10.0.0.5</c>) or networks (<c>10.0.0.0/8</c>) of proxies whose <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> are
    /// believed. Default none.
    /// </summary>
    public IReadOnlyList<string> Trusted { get; set; } = [];

    /// <summary>How many proxies stand one behind the other, from 1 to 10. Default 1.</summary>
    [Range(1, 10)]
    public int Hops { get; set; } = 1;
}
