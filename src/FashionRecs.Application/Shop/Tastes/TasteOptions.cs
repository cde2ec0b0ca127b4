using System.ComponentModel.DataAnnotations;

namespace FashionRecs.Application.Shop.Tastes;

/// <summary>How a shop learns from its own shoppers: the settings' section <c>Tastes</c>.</summary>
public sealed class TasteOptions
{
    /// <summary>
    /// Whether the shop learns each night what to believe of new shoppers, and what each kind of evidence counts. Default false: it is
    /// done when somebody asks.
    /// </summary>
    public bool Nightly { get; set; }

    /// <summary>From which hour of the day on, in UTC, 0 to 23. Default 3.</summary>
    [Range(0, 23)]
    public int Hour { get; set; } = 3;

    /// <summary>Shoppers with three choices or more that are needed, from 10 to 100,000. Default 100.</summary>
    [Range(10, 100_000)]
    public int Least { get; set; } = 100;
}
