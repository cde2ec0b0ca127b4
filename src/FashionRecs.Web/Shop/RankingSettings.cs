using FashionRecs.Domain.Ranking;

namespace FashionRecs.Web.Shop;

/// <summary>Reads how pages are ranked from the settings' section <c>Ranking</c>; what is not set there keeps its default.</summary>
public static class RankingSettings
{
    /// <summary>The options.</summary>
    /// <exception cref="InvalidDataException">A number is out of range; one sentence says which.</exception>
    public static RankingOptions Read(IConfiguration configuration)
    {
        var options = configuration.GetSection("Ranking").Get<RankingOptions>() ?? new RankingOptions();
        return options switch
        {
            { Diversity: not (>= 0 and <= 1) } => throw new InvalidDataException($"The setting Ranking:Diversity must lie between 0 and 1, not {options.Diversity}."),
            { Pool: < 1 } => throw new InvalidDataException($"The setting Ranking:Pool must be at least 1, not {options.Pool}."),
            { ProtectedTop: < 0 } or { ExploreEvery: < 0 } => throw new InvalidDataException("The settings Ranking:ProtectedTop and Ranking:ExploreEvery must be at least 0."),
            _ => options,
        };
    }
}
