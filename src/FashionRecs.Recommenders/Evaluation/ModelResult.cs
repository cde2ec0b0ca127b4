namespace FashionRecs.Recommenders.Evaluation;

/// <summary>All measures of one model.</summary>
/// <param name="Main">Customers with three products or more.</param>
/// <param name="Small">Customers with one or two products.</param>
/// <param name="Cold">Customers with three products or more who bought one nobody had bought before; only such products are ranked.</param>
/// <param name="FitSeconds">Seconds to learn.</param>
/// <param name="ScoreSeconds">Seconds to rank and measure for all.</param>
/// <param name="KeptMegabytes">Memory that the learned model keeps; 0 where it was not measured.</param>
public sealed record ModelResult(string Model, GroupResult Main, GroupResult Small, GroupResult Cold, double FitSeconds,
    double ScoreSeconds, double KeptMegabytes);
