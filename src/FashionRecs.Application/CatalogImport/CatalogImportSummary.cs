namespace FashionRecs.Application.CatalogImport;

/// <summary>An import with how far it has got.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Person">Who started it.</param>
/// <param name="State">How far it has got.</param>
/// <param name="Trouble">Why it stands still, or null.</param>
/// <param name="At">When it was started.</param>
/// <param name="Counts">Files or rows per outcome.</param>
/// <param name="Read">New and changed products whose picture the network has read.</param>
/// <param name="Content">Fingerprint of what was handed in, or null before it was read.</param>
public sealed record CatalogImportSummary(
    Guid Id, string Name, string Person, CatalogImportState State, string? Trouble, DateTimeOffset At,
    IReadOnlyDictionary<CatalogImportOutcome, int> Counts, int Read, string? Content)
{
    /// <summary>How many have an outcome.</summary>
    public int Of(CatalogImportOutcome outcome) => Counts.GetValueOrDefault(outcome);

    /// <summary>Products that the network has to read.</summary>
    public int ToRead => Of(CatalogImportOutcome.New) + Of(CatalogImportOutcome.Changed);

    /// <summary>Files or rows that were looked through.</summary>
    public int Seen => Counts.Values.Sum();

    /// <summary>Whether it still can go on.</summary>
    public bool IsOpen => !State.IsOver();
}
