namespace FashionRecs.Application.CatalogImport;

/// <summary>How far an import has got. Nothing of it is in the shop before <see cref="Done"/>.</summary>
public enum CatalogImportState
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

    /// <summary>It had been done, and a person took it back.</summary>
    TakenBack,
}

/// <summary>Tells states of an import apart.</summary>
public static class CatalogImportStates
{
    /// <summary>Whether nothing more happens to it.</summary>
    public static bool IsOver(this CatalogImportState state) =>
        state is CatalogImportState.Done or CatalogImportState.Cancelled or CatalogImportState.Refused or CatalogImportState.TakenBack;
}

/// <summary>What an import does with one file or row.</summary>
public enum CatalogImportOutcome
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
