using FashionRecs.Experiments.Lifecycle;

namespace FashionRecs.Experiments.Interleaving;

/// <summary>Finds what keeps an interleaving of two rankings from being started.</summary>
internal static class InterleavingCheck
{
    /// <summary>Each of them.</summary>
    public static IEnumerable<DesignProblem> Find(ExperimentDesign design, InterleavedRankings rankings)
    {
        if (rankings.A.Length == 0 || rankings.B.Length == 0)
        {
            yield return new(DesignPart.Arms, "Two rankings are needed.");
        }
        else if (rankings.A == rankings.B)
        {
            yield return new(DesignPart.Arms, "Both rankings are the same, so that there is nothing to prefer.");
        }

        if (design.Surface == ExplanationSurface.ProductPage)
        {
            yield return new(DesignPart.Place, "Product pages rank nothing: two rankings need an experiment that decides cards.");
        }

        if (rankings.Shoppers(design.Comparison.Alpha, out var problem) is null)
        {
            yield return new(DesignPart.Size, problem!);
        }
    }
}
