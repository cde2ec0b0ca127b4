namespace FashionRecs.Domain.Ranking;

/// <summary>
/// How the start page of an experiment's arm is ranked. All rank by the scores that are explained, so that a reason given for a product
/// always entered its place; by popularity, it would not.
/// </summary>
public enum RankingChoice
{
    /// <summary>As the shop is set to rank.</summary>
    AsTheShop,

    /// <summary>Twins stand beside each other where their scores put them; places are given to exploration as in the shop.</summary>
    WithoutVariety,

    /// <summary>No place is given to exploration; variety is as in the shop.</summary>
    WithoutExploration,

    /// <summary>Neither variety nor exploration.</summary>
    ByScoreAlone,
}

/// <summary>Turns choices into options and words.</summary>
public static class RankingChoices
{
    /// <summary>The choice as people say it, for example "without variety".</summary>
    public static string InWords(this RankingChoice choice) => choice switch
    {
        RankingChoice.WithoutVariety => "without variety",
        RankingChoice.WithoutExploration => "without exploration",
        RankingChoice.ByScoreAlone => "by score alone",
        _ => "as the shop ranks",
    };

    /// <summary>The shop's options as the choice changes them.</summary>
    public static RankingOptions Change(this RankingChoice choice, RankingOptions shop) => new()
    {
        Diversity = choice is RankingChoice.WithoutVariety or RankingChoice.ByScoreAlone ? 0 : shop.Diversity,
        Pool = shop.Pool,
        ProtectedTop = shop.ProtectedTop,
        ExploreEvery = choice is RankingChoice.WithoutExploration or RankingChoice.ByScoreAlone ? 0 : shop.ExploreEvery,
    };
}
