namespace FashionRecs.Application.Shop.Rankings;

/// <summary>Finds the rankings: the classes of this assembly that are one. Nothing else lists them. Thread-safe.</summary>
public static class HomeRankings
{
    /// <summary>Every ranking, by name.</summary>
    public static IReadOnlyList<HomeRanking> All { get; } =
    [
        .. typeof(HomeRanking).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(HomeRanking)))
            .Select(type => (HomeRanking)Activator.CreateInstance(type)!).OrderBy(ranking => ranking.Name, StringComparer.Ordinal),
    ];

    /// <summary>The ranking of a code; null where there is none (any more).</summary>
    public static HomeRanking? TryFind(string? code) => All.FirstOrDefault(ranking => ranking.Code == code);

    /// <summary>What researchers call the ranking of a code; the code where there is none.</summary>
    public static string NameOf(string code) => TryFind(code)?.Name ?? code;
}
