using FashionRecs.Application.Review;
using FashionRecs.Application.Review.Queue;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Reviews.Annotations;

namespace FashionRecs.Web.Merchandising.Review;

/// <summary>
/// One person's work through a queue: the product at hand, and what each action says of it. Belongs to one circuit; actions run one
/// after the other.
/// </summary>
public sealed class ReviewSession(ReviewTaskLoader loader, IReviewStore reviews, ReviewPresence room, AttributeVocabulary vocabulary,
    string reviewer, IReadOnlyList<QueueEntry> queue)
{
    private readonly Dictionary<string, int> places = queue.Index()
        .ToDictionary(pair => pair.Item.Place.Item.Product.Id, pair => pair.Index, StringComparer.Ordinal);
    private readonly ReviewFocus focus = new(vocabulary);
    private string? comment;

    /// <summary>The queue as it was when the work began: it does not shift under one's hands.</summary>
    public IReadOnlyList<QueueEntry> Queue => queue;

    /// <summary>Place in the queue, or −1 for a product outside it.</summary>
    public int Position { get; private set; } = -1;

    /// <summary>The product at hand, or null where there is none.</summary>
    public ReviewTask? Product { get; private set; }

    /// <summary>The attribute in focus.</summary>
    public GarmentAttribute Focus => focus.Attribute;

    /// <summary>The value that y, m and n mark.</summary>
    public AttributeValue Pointer => focus.Pointer;

    /// <summary>What just happened, in a sentence; empty where nothing needs saying.</summary>
    public string Message { get; private set; } = "";

    /// <summary>Where an action wants to go: another product's id, or null to stay.</summary>
    public string? Destination { get; private set; }

    /// <summary>Puts a product on the desk.</summary>
    /// <returns>Whether the shop has it.</returns>
    public async Task<bool> OpenAsync(string id)
    {
        var same = Product?.Item.Product.Id == id;
        Product = await loader.LoadAsync(id, reviewer);
        Destination = null;
        Position = places.GetValueOrDefault(id, -1);
        if (!same && Product is not null)
        {
            focus.Begin(Product, Position >= 0 ? queue[Position].Place.First : null);
        }

        return Product is not null;
    }

    /// <summary>Loads the product again, after somebody else or a background task changed it.</summary>
    public async Task RefreshAsync(string? by)
    {
        if (Product is { } before)
        {
            Product = await loader.LoadAsync(before.Item.Product.Id, reviewer) ?? before;
            Message = by is null || by == reviewer ? Message
                : Product.Blind ? $"{by} has just reviewed this product too."
                : $"{by} has just reviewed this product too. Both words are kept; look before you go on.";
        }
    }

    /// <summary>Puts an attribute into focus.</summary>
    public void FocusOn(GarmentAttribute attribute) => focus.On(attribute, Product);

    /// <summary>Says something to the person.</summary>
    public void Tell(string message) => Message = message;

    /// <summary>Keeps a comment for the next word said.</summary>
    public void Comment(string text) => comment = text.Trim() is { Length: > 0 } words ? words[..Math.Min(words.Length, 500)] : null;

    /// <summary>The comment that goes with the next word.</summary>
    public string PendingComment => comment ?? "";

    /// <summary>Does one action.</summary>
    /// <param name="action">Its name (<see cref="Domain.Reviews.Shortcuts.ReviewAction"/>), or "choose-3" for the third value.</param>
    /// <param name="id">Made once per key press; the same press sent again counts once.</param>
    public async Task ActAsync(string action, Guid id)
    {
        Message = "";
        if (Product is not { } product || focus.Move(action, product))
        {
            return;
        }

        switch (action)
        {
            case "accept" when product.Answer(Focus) is { } answer:
                await SubmitAsync(id, ReviewActKind.Accept, [Change(Focus, Accepted(answer))], $"{Focus.English}: {answer.English}");
                Advance();
                break;
            case "accept-all":
                ReviewChange[] left =
                    [.. vocabulary.Attributes.Where(product.IsLeft).Where(attribute => product.Answer(attribute) is not null)
                    .Select(attribute => Change(attribute, Accepted(product.Answer(attribute)!)))];
                if (left.Length > 0)
                {
                    await SubmitAsync(id, ReviewActKind.AcceptAll, left, $"everything on {product.Item.Product.Name}");
                }

                Go(1);
                break;
            case "yes":
                await ChooseAsync(id, Pointer);
                break;
            case "maybe":
                await MarkAsync(id, TagMark.Maybe);
                break;
            case "no":
                await MarkAsync(id, TagMark.IsNot);
                break;
            case "unsure":
                await SubmitAsync(id, ReviewActKind.Unsure, [Change(Focus, null)], $"{Focus.English}: unsure");
                Advance();
                break;
            case "skip" or "next":
                Go(1);
                break;
            case "previous":
                Go(-1);
                break;
            case "undo":
                await MoveAsync(await reviews.UndoAsync(reviewer), "Taken back", "There is nothing left to take back.");
                break;
            case "redo":
                await MoveAsync(await reviews.RedoAsync(reviewer), "Done again", "There is nothing to do again.");
                break;
            default:
                if (action.StartsWith("choose-", StringComparison.Ordinal) && int.TryParse(action[7..], out var number) && number >= 1
                    && number <= Focus.Values.Count)
                {
                    await ChooseAsync(id, Focus.Values[number - 1]);
                }

                break;
        }
    }

    private async Task ChooseAsync(Guid id, AttributeValue value)
    {
        await SubmitAsync(id, ReviewActKind.Say, [Change(Focus,
            TagMarks.Choose(value, Product!.Marks(Focus) is { } marks && TagMarks.Chosen(marks) >= 0 ? marks : null))],
            $"{Focus.English}: {value.English}");
        Advance();
    }

    private async Task MarkAsync(Guid id, TagMark mark)
    {
        // Marks start from what is shown, so that an m beside the network's answer keeps that answer.
        var before = Product!.Marks(Focus)
            ?? (Product.Answer(Focus) is { } answer ? TagMarks.Choose(answer) : [.. Focus.Values.Select(_ => TagMark.IsNot)]);
        var after = TagMarks.Set(Pointer, mark, before);
        if (TagMarks.Chosen(after) < 0)
        {
            Message = $"One value must be y before {Pointer.English} can be taken away; choose another one, or say unsure.";
            return;
        }

        var pointer = Pointer;
        await SubmitAsync(id, ReviewActKind.Say, [Change(Focus, after)],
            $"{Focus.English}: {pointer.English} {(mark == TagMark.Maybe ? "may be" : "is not")}");
        focus.Point(pointer);
    }

    private IReadOnlyList<TagMark> Accepted(AttributeValue answer) =>
        Product!.Marks(answer.Attribute) is { } marks && TagMarks.Chosen(marks) == answer.Position ? marks : TagMarks.Choose(answer);

    private ReviewChange Change(GarmentAttribute attribute, IReadOnlyList<TagMark>? marks) =>
        new(Product!.Item.Product.Id, attribute, marks, Comment: comment);

    private async Task SubmitAsync(Guid id, ReviewActKind kind, IReadOnlyList<ReviewChange> changes, string summary)
    {
        var product = Product!.Item.Product.Id;
        var outcome = await reviews.SubmitAsync(new ReviewAct(id, reviewer, kind, summary, changes, Product.Seen));
        comment = null;
        Product = await loader.LoadAsync(product, reviewer);
        if (outcome.Conflicts is [.., var last])
        {
            var what = Product?.IsBlind(last.Attribute) == true ? "" : $": {last.Attribute.English}, {last.Value?.English ?? "unsure"}";
            Message = $"{last.Reviewer} reviewed this product while you did{what}. Both words are kept.";
        }

        // Not waited for: the others may be in the middle of saying something themselves.
        _ = room.TellAsync(product, reviewer);
    }

    /// <summary>On to the next attribute that wants a word, or to the next product.</summary>
    private void Advance()
    {
        if (Product is { } product && !focus.Advance(product) && Message.Length == 0)
        {
            Go(1);
        }
    }

    private void Go(int step)
    {
        var target = Position + step;
        if (target >= 0 && target < queue.Count)
        {
            Destination = queue[target].Place.Item.Product.Id;
        }
        else
        {
            Message = step > 0 ? "That was the last product of this queue." : "This is the first product of this queue.";
        }
    }

    private async Task MoveAsync(MovedAct? moved, string done, string nothing)
    {
        if (moved is null)
        {
            Message = nothing;
            return;
        }

        foreach (var product in moved.Products.Take(50))
        {
            _ = room.TellAsync(product, null);
        }

        // One product: show it, so that the eye sees what happened.
        if (moved.Products is [var only] && only != Product!.Item.Product.Id)
        {
            Destination = only;
        }
        else
        {
            Product = await loader.LoadAsync(Product!.Item.Product.Id, reviewer);
        }

        Message = $"{done}: {moved.Summary}.";
    }
}
