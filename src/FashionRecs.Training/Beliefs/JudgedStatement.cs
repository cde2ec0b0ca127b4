using FashionRecs.Domain.Beliefs;
using FashionRecs.Training.Datasets;

namespace FashionRecs.Training.Beliefs;

/// <summary>The likeliest statement about one attribute of a labelled picture, said or not, and what the label says of it.</summary>
/// <param name="Picture">Zero-based place of the picture among those measured.</param>
/// <param name="Source">Where the picture comes from.</param>
/// <param name="Statement">Of a value or a family.</param>
/// <param name="Visible">The belief that the picture shows the attribute at all, in [0, 1].</param>
/// <param name="Label">Yes where the label's <c>y</c> is among the statement's values, Maybe where only an <c>m</c> is, else No.</param>
/// <param name="IsShown">Whether the label says that the picture shows the attribute.</param>
/// <param name="IsReadAsShown">Whether the network alone says so (probability of Invisible at most 0.5).</param>
public sealed record JudgedStatement(int Picture, string Source, Statement Statement, float Visible, LabelLetter Label, bool IsShown,
    bool IsReadAsShown)
{
    private static readonly StatementRule Likeliest = new() { LeastProbability = 0 };

    /// <summary>Judges what is said of every labelled attribute of every measured picture; pictures in order.</summary>
    public static IReadOnlyList<JudgedStatement> Of(FittedBeliefs fitted) => [.. fitted.Measured.SelectMany((one, picture) =>
        fitted.Beliefs[picture].Where(belief => IsLabelled(belief, one)).Select(belief => Judge(belief, one, picture)))];

    private static bool IsLabelled(AttributeBelief belief, BeliefCase one) =>
        one.Letters.AsSpan(belief.Attribute.Start, belief.Attribute.Values.Count).Contains(LabelLetter.Yes);

    private static JudgedStatement Judge(AttributeBelief belief, BeliefCase one, int picture)
    {
        var statement = Likeliest.Say(belief)!;
        var best = statement.Values.Max(value => one.Letters[value.Index]);
        var invisible = belief.Attribute.Invisible.Index;
        return new JudgedStatement(
            picture, one.Source, statement, belief.Visible, best >= LabelLetter.Maybe ? best : LabelLetter.No,
            one.Letters[invisible] != LabelLetter.Yes, one.Probabilities[invisible] <= 0.5f);
    }
}
