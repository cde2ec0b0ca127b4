using FashionRecs.Application.Review;
using FashionRecs.Application.Review.Grid;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Reviews.Annotations;
using FashionRecs.Web.Merchandising.Review;

namespace FashionRecs.Web.Merchandising.Grid;

/// <summary>
/// One person's work through a grid of regions of one value. What they mark is kept at once, as a word of theirs; what they confirm is one
/// step. What somebody else has
/// decided meanwhile is never overwritten. Belongs to one circuit; actions run one after the other.
/// </summary>
public sealed class GridSession(RegionGrid grid, IReviewStore reviews, ReviewPresence room, AttributeValue value, string reviewer)
{
    /// <summary>Regions on a page.</summary>
    public const int Length = 48;

    private readonly HashSet<string> passed = new(StringComparer.Ordinal);
    private readonly Stack<(Guid Act, IReadOnlyList<RegionCell> Cells)> confirmed = new();
    private readonly Dictionary<string, Guid> acts = new(StringComparer.Ordinal);

    /// <summary>The value that all of them are called by.</summary>
    public AttributeValue Value => value;

    /// <summary>What the wrong ones become; null where they go to the queue.</summary>
    public AttributeValue? Becomes { get; set; }

    /// <summary>The page at hand; it does not shift under one's hands.</summary>
    public IReadOnlyList<RegionCell> Cells { get; private set; } = [];

    /// <summary>How many wait for a look, on this page and after it.</summary>
    public int Total { get; private set; }

    /// <summary>What people said of those on the page, by product.</summary>
    public IReadOnlyDictionary<string, Annotation> Said { get; private set; } = new Dictionary<string, Annotation>();

    /// <summary>What just happened, in a sentence; empty where nothing needs saying.</summary>
    public string Message { get; private set; } = "";

    /// <summary>How many on the page nobody has decided.</summary>
    public int Open => Cells.Count(cell => !Said.ContainsKey(cell.Item.Product.Id));

    /// <summary>Decisions taken since the page was opened.</summary>
    public int Decisions { get; private set; }

    /// <summary>What people who look at the same grid are known by to each other.</summary>
    public string Room => $"grid {value.FullCode()}";

    /// <summary>Shows the next page.</summary>
    public async Task TurnAsync()
    {
        passed.UnionWith(Cells.Select(cell => cell.Item.Product.Id));
        (Cells, Total) = await grid.FindAsync(value, passed, Length);
        if (Cells.Count == 0 && passed.Count > 0)
        {
            // From the beginning again: what was passed over without a word still waits.
            passed.Clear();
            (Cells, Total) = await grid.FindAsync(value, passed, Length);
        }

        acts.Clear();
        await RefreshAsync(null);
    }

    /// <summary>Looks again at what was said, after somebody else spoke.</summary>
    public async Task RefreshAsync(string? by)
    {
        Said = await grid.SaidAsync(value.Attribute, Cells.Select(cell => cell.Item.Product.Id));
        Message = by is null || by == reviewer ? Message : $"{by} is deciding here too; what they decided is marked with their name.";
    }

    /// <summary>Says something to the person.</summary>
    public void Tell(string message) => Message = message;

    /// <summary>Does one action.</summary>
    /// <param name="action">"wrong", "value-3", "unsure", "confirm", "next" or "undo".</param>
    /// <param name="product">The product it is about; empty for the page.</param>
    /// <param name="id">Made once per key press; the same press sent again counts once.</param>
    public async Task ActAsync(string action, string product, Guid id)
    {
        Message = "";
        switch (action)
        {
            case "next":
                await TurnAsync();
                return;
            case "confirm":
                await ConfirmAsync(id);
                return;
            case "undo":
                await UndoAsync();
                return;
        }

        if (Cells.FirstOrDefault(cell => cell.Item.Product.Id == product) is not { } one)
        {
            return;
        }

        if (action == "wrong" && acts.Remove(product, out var before))
        {
            // A second press takes the first one back.
            await reviews.UndoAsync(reviewer, before);
            (Message, Decisions) = ($"{one.Item.Product.Name} waits again.", Decisions - 1);
        }
        else if (Word(action) is { } word)
        {
            await SayAsync(id, one, word.Marks, word.Summary);
        }

        await RefreshAsync(null);
        _ = room.TellAsync(Room, reviewer);
    }

    private (IReadOnlyList<Domain.Catalog.TagMark>? Marks, string Summary)? Word(string action) => action switch
    {
        "wrong" when Becomes is { } other => (TagMarks.Choose(other), other.English),
        "wrong" => (TagMarks.Reject(value), $"not {value.English}"),
        "unsure" => (null, "unsure"),
        _ when action.StartsWith("value-", StringComparison.Ordinal) && int.TryParse(action[6..], out var number) && number >= 1
            && number <= value.Attribute.Values.Count =>
            (TagMarks.Choose(value.Attribute.Values[number - 1]), value.Attribute.Values[number - 1].English),
        _ => null,
    };

    private async Task SayAsync(Guid id, RegionCell cell, IReadOnlyList<Domain.Catalog.TagMark>? marks, string summary)
    {
        var product = cell.Item.Product.Id;
        var outcome = await reviews.SubmitAsync(new ReviewAct(
            id, reviewer, marks is null ? ReviewActKind.Unsure : ReviewActKind.Say, $"{value.Attribute.English}: {summary}",
            [new ReviewChange(product, value.Attribute, marks)])
        {
            LeavesOthers = true,
        });
        if (outcome.Conflicts is [var other, ..])
        {
            Message = $"{other.Reviewer} has decided {cell.Item.Product.Name} already; their word stays.";
            return;
        }

        if (outcome.IsNew)
        {
            Decisions += acts.ContainsKey(product) ? 0 : 1;
            acts[product] = id;
            _ = room.TellAsync(product, reviewer);
        }
    }

    private async Task ConfirmAsync(Guid id)
    {
        RegionCell[] open = [.. Cells.Where(cell => !Said.ContainsKey(cell.Item.Product.Id))];
        if (open.Length == 0)
        {
            await TurnAsync();
            return;
        }

        var outcome = await reviews.SubmitAsync(new ReviewAct(
            id, reviewer, ReviewActKind.Grid, $"{open.Length} products: {value.Attribute.English} {value.English}, looked at in the grid",
            [.. open.Select(cell => new ReviewChange(cell.Item.Product.Id, value.Attribute, TagMarks.Choose(value)))])
        {
            LeavesOthers = true,
        });
        if (outcome.IsNew)
        {
            confirmed.Push((id, Cells));
            Decisions += open.Length - outcome.Conflicts.Count;
        }

        var others = outcome.Conflicts.Select(conflict => conflict.Reviewer).Distinct().ToArray();
        await TurnAsync();
        Message = $"{Count(open.Length - outcome.Conflicts.Count)} confirmed as {value.English}."
            + (others.Length > 0
            ? $" {string.Join(" and ", others)} had decided {outcome.Conflicts.Count} meanwhile; their word stays." : "");
        _ = room.TellAsync(Room, reviewer);
    }

    private async Task UndoAsync()
    {
        if (await reviews.UndoAsync(reviewer) is not { } moved)
        {
            Message = "There is nothing left to take back.";
            return;
        }

        if (confirmed.TryPeek(out var page) && page.Act == moved.Id)
        {
            confirmed.Pop();
            Cells = page.Cells;
            passed.ExceptWith(Cells.Select(cell => cell.Item.Product.Id));
        }

        foreach (var (product, _) in acts.Where(pair => pair.Value == moved.Id).ToArray())
        {
            acts.Remove(product);
        }

        Decisions = Math.Max(0, Decisions - moved.Products.Count);
        (_, Total) = await grid.FindAsync(value, passed, 0);
        await RefreshAsync(null);
        Message = $"Taken back: {moved.Summary}.";
        _ = room.TellAsync(Room, reviewer);
    }

    private static string Count(int products) => products == 1 ? "1 product" : $"{products} products";
}
