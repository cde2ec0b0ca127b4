using FashionRecs.Domain.Catalog;
using FashionRecs.Recommenders.LearningSpeed;
using static FashionRecs.Tests.Readings;

namespace FashionRecs.Recommenders.Tests.LearningSpeed;

/// <summary>One simulation for all tests that look at its results.</summary>
public sealed class SimulatedCrowd
{
    /// <summary>Its numbers.</summary>
    public static LearningSpeedPlan Plan { get; } =
        new() { Shoppers = 12, Pages = 40, PageLength = 6, Liked = 2, Disliked = 1, Crowd = 60 };

    /// <summary>Every neckline with every sleeve length, so that each value can be told from the others.</summary>
    public static ItemVector[] Items { get; } = [..
        from neckline in Vocabulary["neckline_design"].VisibleValues
        from sleeve in Vocabulary["sleeve_length"].VisibleValues
        select Vector(neckline, sleeve)];

    /// <summary>What each policy came to.</summary>
    public IReadOnlyList<PolicyResult> Results { get; } = LearningSpeedSimulation.Run(Plan, Vocabulary, Items);
}
