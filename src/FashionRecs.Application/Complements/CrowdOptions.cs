using System.ComponentModel.DataAnnotations;

namespace FashionRecs.Application.Complements;

/// <summary>Whose choices count for what is told to others: the settings' section <c>Crowd</c>.</summary>
public sealed class CrowdOptions
{
    /// <summary>
    /// From how many independent shoppers on something is learned or said of what others chose, from 1 to 1,000 (k-anonymity: Sweeney 2002,
    /// doi:10.1142/S0218488502001648). Default 5.
    /// </summary>
    [Range(1, 1_000)]
    public int Least { get; set; } = 5;

    /// <summary>How long a shopper has to be known before they count, in hours from 0 to 8760. Default 24.</summary>
    [Range(0, 8_760)]
    public int LeastAgeHours { get; set; } = 24;

    /// <summary>Choices of one shopper that count, the latest; from 1 to 1,000. Default 40.</summary>
    [Range(1, 1_000)]
    public int MostPerShopper { get; set; } = 40;

    /// <summary>Whether all who came first from one address in one week count as one for each product. Default true.</summary>
    public bool OncePerOrigin { get; set; } = true;
}
