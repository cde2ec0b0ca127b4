using FashionRecs.Domain.Ranking;
using FashionRecs.Domain.Text;

namespace FashionRecs.Experiments.Lifecycle;

/// <summary>Says how arms are ranked.</summary>
public static class ArmRankings
{
    /// <summary>For example "'box' without variety, the others as the shop ranks"; null where all are ranked as the shop ranks.</summary>
    public static string? InWords(IReadOnlyList<Arm> arms)
    {
        var own = arms.Where(arm => arm.Ranking != RankingChoice.AsTheShop).ToArray();
        string[] parts =
            [.. own.GroupBy(arm => arm.Ranking)
            .Select(group => $"{Phrases.List(group.Select(arm => $"'{arm.Key}'"))} {group.Key.InWords()}")];
        return own.Length == 0 ? null : string.Join(", ", own.Length < arms.Count ? [.. parts, "the others as the shop ranks"] : parts);
    }
}
