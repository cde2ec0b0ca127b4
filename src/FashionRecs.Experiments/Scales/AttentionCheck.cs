using FashionRecs.Domain.Hashing;

namespace FashionRecs.Experiments.Scales;

/// <summary>A statement that has one right answer, by which one sees who does not read.</summary>
public static class AttentionCheck
{
    /// <summary>Key of the statement; no scale's statement has it.</summary>
    public const string Key = "attention-check";

    /// <summary>The statement, a key of the shop's texts.</summary>
    public const string Text = "To show that you read each line, please choose the second answer here.";

    /// <summary>The right answer, by its number.</summary>
    public const int Right = 2;

    /// <summary>Before which of a questionnaire's statements it stands, 1 or more where there is more than one: never the first.</summary>
    /// <param name="seed">Whatever tells questionnaires apart.</param>
    public static int Place(string seed, int statements) => statements < 2 ? statements
        : 1 + (int)(UnitHash.Compute("attention", seed)!.Value * (statements - 1));
}
