using FashionRecs.Domain.Ranking;

namespace FashionRecs.Experiments.Lifecycle;

/// <summary>Says how arms are ranked.</summary>
public static class ArmRankings
{
    /// <summary>For example "'box' without variety, the others as the shop ranks"; null where all are ranked as the shop ranks.</summary>
    public static string? InWords(IReadOnlyList<Arm> arms)
    {
        var own = arms.Where(arm => arm.Ranking != RankingChoice.AsTheShop).ToArray();
        string[] parts = [.. own.GroupBy(arm => arm.Ranking).Select(group => $"{string.Join(" and ", group.Select(arm => $"'{arm.Key}'"))} {group.Key.InWords()}")];
        return own.Length == 0 ? null : string.Join(", ", own.Length < arms.Count ? [.. parts, "the others as the shop ranks"] : parts);
    }
}
