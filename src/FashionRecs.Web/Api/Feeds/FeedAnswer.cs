using System.Text.Json;
using FashionRecs.Application.CatalogImport;
using FashionRecs.Application.Feeds;

namespace FashionRecs.Web.Api.Feeds;

/// <summary>All feeds.</summary>
/// <param name="Feeds">In the order in which they were made.</param>
internal sealed record FeedsAnswer(IReadOnlyList<FeedAnswer> Feeds);

/// <summary>A feed.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Address">Where its list is.</param>
/// <param name="EveryMinutes">Minutes from one run to the next.</param>
/// <param name="Created">When it was made.</param>
/// <param name="Next">When it is due.</param>
/// <param name="Last">The last run; null before the first.</param>
/// <param name="Paused">Whether it does not run until somebody lets it go on.</param>
internal sealed record FeedAnswer(
    Guid Id, string Name, string Address, int EveryMinutes, DateTimeOffset Created, DateTimeOffset Next, FeedRunAnswer? Last,
    bool Paused)
{
    public static FeedAnswer Of(Feed feed, CatalogImportSummary? import = null, IReadOnlyList<CatalogImportItem>? refused = null) => new(
        feed.Id, feed.Name, feed.Address, (int)feed.Every.TotalMinutes, feed.Created, feed.Next,
        feed.Last is { } run ? FeedRunAnswer.Of(run, import, refused ?? []) : null, feed.IsPaused);
}

/// <summary>A run of a feed.</summary>
/// <param name="At">When it began.</param>
/// <param name="Outcome">fetched, unchanged or failed.</param>
/// <param name="Trouble">Why it stands still or failed, in one sentence; null where it did not.</param>
/// <param name="Job">The import that takes, or last took, its products in; null where there is none yet.</param>
/// <param name="State">How far that is, as the job says it.</param>
/// <param name="Taken">Products that it adds or changes.</param>
/// <param name="Same">Products that were so before.</param>
/// <param name="RefusedRows">Rows that cannot be used.</param>
/// <param name="Refused">The first hundred of them.</param>
internal sealed record FeedRunAnswer(
    DateTimeOffset At, string Outcome, string? Trouble, Guid? Job, string? State, int Taken, int Same, int RefusedRows,
    IReadOnlyList<RefusedRowAnswer> Refused)
{
    public static FeedRunAnswer Of(FeedRun run, CatalogImportSummary? import, IReadOnlyList<CatalogImportItem> refused) => new(
        run.At, Name(run.Outcome), run.Trouble ?? import?.Trouble, run.Import, import is null ? null : Name(import.State),
        import?.ToRead ?? 0, import?.Of(CatalogImportOutcome.Same) ?? 0, import?.Of(CatalogImportOutcome.Refused) ?? 0,
        [.. refused.Select(RefusedRowAnswer.Of)]);

    private static string Name<T>(T word)
        where T : Enum => JsonNamingPolicy.CamelCase.ConvertName(word.ToString());
}

/// <summary>A row of a list that cannot be used.</summary>
/// <param name="Source">Which one.</param>
/// <param name="Product">Its product; null where it names none.</param>
/// <param name="Reason">Why.</param>
internal sealed record RefusedRowAnswer(string Source, string? Product, string Reason)
{
    public static RefusedRowAnswer Of(CatalogImportItem item) => new(item.Source, item.ProductId, item.Reason ?? "it cannot be used");
}
