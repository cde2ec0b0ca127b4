using FashionRecs.Application.CatalogImport;

namespace FashionRecs.Web.Merchandising.Queue;

/// <summary>What a filter can choose from, each list in the order of names and each entry once. Immutable.</summary>
/// <param name="Stamp">What this is worked out from.</param>
/// <param name="People">Everybody who said something.</param>
/// <param name="Types">Kinds of garments.</param>
/// <param name="Colours">Colours.</param>
/// <param name="Sections">Sections of the shop.</param>
/// <param name="Imports">Finished imports, newest first.</param>
public sealed record FilterChoices(
    (long Revision, (int, long) Imports) Stamp, IReadOnlyList<string> People, IReadOnlyList<string> Types, IReadOnlyList<string> Colours,
    IReadOnlyList<string> Sections, IReadOnlyList<FinishedImport> Imports);
