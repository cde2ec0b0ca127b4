using FashionRecs.Experiments.Statistics;

namespace FashionRecs.Experiments.Tests.Statistics;

/// <summary>Two arms of ratios with what the same units did before, from the tests of gbstats.</summary>
internal static class AdjustedRatios
{
    public static AdjustedRatioStatistic Control { get; } = new(
        new(new MeanStatistic(100, 485.112236689623, 2715.484666118136), new MeanStatistic(100, 679.9093275844917, 4939.424001640236),
            3602.146836776702),
        new(new MeanStatistic(100, 192.59138069991536, 460.076026390857), new MeanStatistic(100, 290.1398399750233, 920.9461385038898),
            634.239482353647),
        new(1113.6215759318352, 2130.9404074446747, 1559.2878434944676, 1460.3181079276983));

    public static AdjustedRatioStatistic Treatment { get; } = new(
        new(new MeanStatistic(100, 514.7757826608777, 2994.897482705013), new MeanStatistic(100, 705.4090874383759, 5291.36604146392),
            3918.1561431600717),
        new(new MeanStatistic(100, 206.94157227402536, 514.2903702246757), new MeanStatistic(100, 302.54389139107326, 994.4506208125663),
            698.4173425817908),
        new(1237.0953021125997, 2292.081739775257, 1701.0287270040265, 1604.0759503266522));
}
