using System.ComponentModel.DataAnnotations;

namespace FashionRecs.Web.Hosting;

/// <summary>How the shop insists on HTTPS: the settings' section <c>Https</c>.</summary>
public sealed class HttpsOptions
{
    /// <summary>
    /// Whether plain HTTP is sent on to HTTPS, and browsers are told to come by nothing else. Default false, for trying the shop on one
    /// machine.
    /// </summary>
    public bool Required { get; set; }

    /// <summary>The port where visitors reach HTTPS, from 1 to 65535. Default 443.</summary>
    [Range(1, 65535)]
    public int Port { get; set; } = 443;

    /// <summary>How long browsers come by nothing else, in days from 1 to 730. Default 365.</summary>
    [Range(1, 730)]
    public int Days { get; set; } = 365;
}
