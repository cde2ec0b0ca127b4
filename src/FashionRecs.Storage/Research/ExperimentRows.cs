namespace FashionRecs.Storage.Research;

/// <summary>An experiment as a document with its audit trail.</summary>
public sealed class ExperimentRow
{
    public required string Key { get; set; }

    /// <summary>Grows with every change; a save that expects an older one is refused.</summary>
    public long Revision { get; set; }
    public required string Document { get; set; }
}

/// <summary>One exposure; append-only.</summary>
public sealed class ExposureRow
{
    public long Sequence { get; set; }
    public required string Id { get; set; }
    public required string Experiment { get; set; }
    public required string Unit { get; set; }
    public required string Document { get; set; }
}

/// <summary>One outcome; append-only.</summary>
public sealed class OutcomeRow
{
    public long Sequence { get; set; }
    public Guid Id { get; set; }
    public required string ExposureId { get; set; }

    /// <summary>Word of the <see cref="Experiments.Logging.OutcomeKind"/>.</summary>
    public required string Kind { get; set; }
    public long AtMilliseconds { get; set; }
    public double Value { get; set; }
    public string? Product { get; set; }
    public string? Reason { get; set; }
    public string? Part { get; set; }
}
