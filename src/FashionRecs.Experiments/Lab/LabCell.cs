using FashionRecs.Experiments.Metrics;

namespace FashionRecs.Experiments.Lab;

/// <summary>One participant in one part that they finished.</summary>
/// <param name="Participant">Who.</param>
/// <param name="Part">The part, from 1.</param>
/// <param name="Arm">Key of the arm they saw.</param>
/// <param name="From">When the part began.</param>
/// <param name="To">When they were done with it.</param>
/// <param name="Row">What they did in it; null where nothing that was explained came on their screen.</param>
/// <param name="Answers">What they answered about it, by the statement's key.</param>
public sealed record LabCell(Participant Participant, int Part, string Arm, DateTimeOffset From, DateTimeOffset To, UnitRow? Row,
    IReadOnlyDictionary<string, int> Answers);
