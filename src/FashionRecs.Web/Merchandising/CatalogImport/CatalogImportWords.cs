using FashionRecs.Application.CatalogImport;

namespace FashionRecs.Web.Merchandising.CatalogImport;

/// <summary>States and outcomes in people's words.</summary>
public static class CatalogImportWords
{
    /// <summary>How far an import has got.</summary>
    /// <param name="import">The import.</param>
    /// <param name="looked">How many of its files were looked through, where somebody counts.</param>
    public static string Of(CatalogImportSummary import, (int Done, int Total)? looked = null) => import.State switch
    {
        CatalogImportState.Open => "files are coming in",
        CatalogImportState.Reading when looked is { } count => $"looking through the files, {count.Done} of {count.Total}",
        CatalogImportState.Reading => "looking through the files",
        CatalogImportState.Ready => "ready to import",
        CatalogImportState.Running => $"reading pictures, {import.Read} of {import.ToRead}",
        CatalogImportState.Paused when import.ToRead > 0 => $"paused, {import.Read} of {import.ToRead} read",
        CatalogImportState.Paused => "paused",
        CatalogImportState.Done => "in the shop",
        CatalogImportState.Refused => "refused",
        CatalogImportState.TakenBack => "taken back",
        _ => "cancelled",
    };

    /// <summary>What happens with a file or row.</summary>
    public static string Of(CatalogImportOutcome outcome) => outcome switch
    {
        CatalogImportOutcome.New => "new",
        CatalogImportOutcome.Changed => "changed",
        CatalogImportOutcome.Same => "unchanged",
        _ => "refused",
    };
}
