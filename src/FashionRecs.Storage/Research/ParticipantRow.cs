namespace FashionRecs.Storage.Research;

/// <summary>Somebody with a link to a study.</summary>
public sealed class ParticipantRow
{
    /// <summary>Key of the study.</summary>
    public required string Experiment { get; set; }
    public int Number { get; set; }

    /// <summary>The shopper that they are in the study; null once they withdrew.</summary>
    public Guid? Unit { get; set; }

    /// <summary>They were the how many-th to agree; null before.</summary>
    public int? Place { get; set; }

    /// <summary>Grows with every change; a save that expects an older one is refused.</summary>
    public long Revision { get; set; }
    public required string Document { get; set; }
}
