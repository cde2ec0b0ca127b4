namespace FashionRecs.Storage.Research;

/// <summary>An experiment as a document with its audit trail.</summary>
public sealed class ExperimentRow
{
    public required string Key { get; set; }

    /// <summary>Grows with every change; a save that expects an older one is refused.</summary>
    public long Revision { get; set; }
    public required string Document { get; set; }

    /// <summary>Secret of the pseudonyms of its units in exports, in hexadecimal; null until one is needed.</summary>
    public string? PseudonymKey { get; set; }
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

    /// <summary>Code of the view that was really shown.</summary>
    public string? View { get; set; }

    /// <summary>Code of the best reason that there was, whatever was shown.</summary>
    public string? AvailableReason { get; set; }

    /// <summary>Code of the ranking that picked the product, where two were interleaved.</summary>
    public string? Ranking { get; set; }

    /// <summary>Word of the answer that was asked for.</summary>
    public string? Question { get; set; }
}

/// <summary>How many units of an arm were deleted on request; nothing of them is kept.</summary>
public sealed class DeletedUnitsRow
{
    public required string Experiment { get; set; }
    public int Phase { get; set; }
    public required string Arm { get; set; }
    public int Count { get; set; }
}
