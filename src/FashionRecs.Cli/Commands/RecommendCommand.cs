using System.CommandLine;

namespace FashionRecs.Cli.Commands;

/// <summary><c>fashionrecs recommend</c>: measures recommendations on purchases.</summary>
internal static class RecommendCommand
{
    public static Command Create() =>
        new("recommend", "Measure recommendations on real purchases.") { RecommendEvaluateCommand.Create(),
        RecommendSimulateCommand.Create(), RecommendSessionsCommand.Create(), RecommendPriorCommand.Create(),
            RecommendWeightsCommand.Create(), RecommendPairsCommand.Create(),
            RecommendAttentionCommand.Create() };
}
