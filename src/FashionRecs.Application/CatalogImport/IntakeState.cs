namespace FashionRecs.Application.CatalogImport;

/// <summary>How far an intake has got. Nothing of it is in the shop before <see cref="Done"/>.</summary>
public enum IntakeState
{
    /// <summary>Files are still being handed in.</summary>
    Open,

    /// <summary>Files are being looked through.</summary>
    Reading,

    /// <summary>The preview stands; a person has to say go.</summary>
    Ready,

    /// <summary>Pictures are being read by the network.</summary>
    Running,

    /// <summary>A person, or trouble, stopped it for now.</summary>
    Paused,

    /// <summary>All its products are in the shop.</summary>
    Done,

    /// <summary>A person gave it up; the shop is as it was.</summary>
    Cancelled,

    /// <summary>Nothing of it could be used; the shop is as it was.</summary>
    Refused,
}

/// <summary>Tells states of an intake apart.</summary>
public static class IntakeStates
{
    /// <summary>Whether nothing more happens to it.</summary>
    public static bool IsOver(this IntakeState state) => state is IntakeState.Done or IntakeState.Cancelled or IntakeState.Refused;
}

/// <summary>What an intake does with one file or row.</summary>
public enum IntakeOutcome
{
    /// <summary>A product the shop does not have.</summary>
    New,

    /// <summary>A product the shop has, with other facts or another picture.</summary>
    Changed,

    /// <summary>The shop has it just so.</summary>
    Same,

    /// <summary>It cannot be used.</summary>
    Refused,
}
