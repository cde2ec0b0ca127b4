namespace FashionRecs.Training.Beliefs.Joint;

/// <summary>What labels say of all variables of a picture at once.</summary>
/// <param name="States">Per variable its state, or −1 where no label says it.</param>
/// <param name="Weight">How many pictures have these labels.</param>
public sealed record LabelledCombination(IReadOnlyList<int> States, double Weight)
{
    /// <summary>Equal combinations joined; what says fewer than two variables is left out, since no pair can be learned from it.</summary>
    public static IReadOnlyList<LabelledCombination> Count(IEnumerable<IReadOnlyList<int>> pictures) =>
        [.. pictures.Where(states => states.Count(state => state >= 0) > 1).GroupBy(states => string.Join(',', states))
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new LabelledCombination(group.First(), group.Count()))];
}
