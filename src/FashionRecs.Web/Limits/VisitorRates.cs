namespace FashionRecs.Web.Limits;

/// <summary>How often one visitor may do something, and how often all may who come from one address.</summary>
public sealed class VisitorRates
{
    /// <summary>Default rates.</summary>
    public VisitorRates()
        : this((60, 60), (600, 600))
    {
    }

    internal VisitorRates((int Burst, int PerMinute) shopper, (int Burst, int PerMinute) address)
    {
        Shopper = new Rate { Burst = shopper.Burst, PerMinute = shopper.PerMinute };
        Address = new Rate { Burst = address.Burst, PerMinute = address.PerMinute };
    }

    /// <summary>Of one shopper whom the shop knows again. Who is new counts by the address alone.</summary>
    public Rate Shopper { get; set; }

    /// <summary>Of all who come from one address: an IPv4 address, or the first 64 bits of an IPv6 address.</summary>
    public Rate Address { get; set; }
}
