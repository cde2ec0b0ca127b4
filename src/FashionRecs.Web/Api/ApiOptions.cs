using System.ComponentModel.DataAnnotations;
using FashionRecs.Web.Limits;

namespace FashionRecs.Web.Api;

/// <summary>How programs use the shop: the settings' section <c>Api</c>.</summary>
public sealed class ApiOptions
{
    /// <summary>Whether there is an API. Default true; without a key it answers nobody.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Origins, such as <c>https://shop.example</c>, whose pages may call the API from a browser. Default none.</summary>
    public IReadOnlyList<string> Origins { get; set; } = [];

    /// <summary>Requests of one key at once, from 1 to 1,000,000. Default 600.</summary>
    [Range(1, 1_000_000)]
    public int Burst { get; set; } = 600;

    /// <summary>Requests of one key a minute in the long run, from 1 to 1,000,000. Default 6,000.</summary>
    [Range(1, 1_000_000)]
    public int PerMinute { get; set; } = 6_000;

    /// <summary>Requests without a valid key from one address, at once and a minute, from 1 to 1,000,000. Default 60.</summary>
    [Range(1, 1_000_000)]
    public int StrangersPerMinute { get; set; } = 60;

    /// <summary>Events in one batch at most, from 1 to 10,000. Default 1,000.</summary>
    [Range(1, 10_000)]
    public int EventsPerBatch { get; set; } = 1_000;

    /// <summary>Products in one request at most, from 1 to 10,000. Default 1,000.</summary>
    [Range(1, 10_000)]
    public int ProductsPerBatch { get; set; } = 1_000;

    /// <summary>The rate of one key.</summary>
    internal Rate PerKey => new() { Burst = Burst, PerMinute = PerMinute };

    /// <summary>The rate of those without one.</summary>
    internal Rate Strangers => new() { Burst = StrangersPerMinute, PerMinute = StrangersPerMinute };
}
