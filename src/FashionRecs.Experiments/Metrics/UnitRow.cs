using FashionRecs.Experiments.Logging;

namespace FashionRecs.Experiments.Metrics;

/// <summary>One unit in the analysis of a phase.</summary>
/// <param name="Exposure">Its only exposure.</param>
/// <param name="Outcomes">All its outcomes.</param>
public sealed record UnitRow(Exposure Exposure, IReadOnlyList<Outcome> Outcomes);
