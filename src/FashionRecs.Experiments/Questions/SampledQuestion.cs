using FashionRecs.Domain.Hashing;
using FashionRecs.Experiments.Lifecycle;

namespace FashionRecs.Experiments.Questions;

/// <summary>What a sampled unit is asked.</summary>
public enum SampledQuestion
{
    /// <summary>How much the reasons are trusted, 1 to 5.</summary>
    Trust,

    /// <summary>How well the shopper understands why, 1 to 5.</summary>
    Transparency,

    /// <summary>How much a product is liked before it is opened, and again after: effectiveness.</summary>
    Liking,

    /// <summary>Whether the marked region is the right one; only in arms that mark one.</summary>
    Region,
}

/// <summary>Draws the units that are asked, independently of their arm.</summary>
public static class SampledQuestions
{
    /// <summary>The question of a unit in a phase, or null for the units that are not asked. The same whenever it is asked for.</summary>
    /// <param name="share">Share of the units that are asked, 0 to 1.</param>
    public static SampledQuestion? Of(Phase phase, string unit, double share)
    {
        var number = UnitHash.Compute($"question:{phase.Seed}", unit)!.Value;
        var questions = Enum.GetValues<SampledQuestion>();
        return number < share ? questions[(int)(number / share * questions.Length)] : null;
    }
}
