using FashionRecs.Experiments.Scales;

namespace FashionRecs.Experiments.Lab;

/// <summary>All that can be said of a study with participants.</summary>
/// <param name="Count">How far people came.</param>
/// <param name="Orders">How many of those who take part have each order of arms, for example "control, box".</param>
/// <param name="Primary">The measure that decides.</param>
/// <param name="Others">Everything else, for ideas.</param>
/// <param name="Reliabilities">Of each scale, over all parts.</param>
/// <param name="Conclusion">What can and cannot be concluded, in plain words.</param>
public sealed record LabResults(
    LabCount Count, IReadOnlyList<LabOrder> Orders, LabMeasureResult Primary, IReadOnlyList<LabMeasureResult> Others,
    IReadOnlyList<ScaleReliability> Reliabilities, string Conclusion);

/// <summary>How many participants see the arms in one order.</summary>
/// <param name="Order">Keys of the arms, for example "control, box".</param>
/// <param name="People">Participants who take part.</param>
public sealed record LabOrder(string Order, int People);
