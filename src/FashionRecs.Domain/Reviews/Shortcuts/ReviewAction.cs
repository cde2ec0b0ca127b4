namespace FashionRecs.Domain.Reviews.Shortcuts;

/// <summary>What a key can do on the review screen.</summary>
/// <param name="Name">Stable name, for example "accept-all".</param>
/// <param name="Title">What people read.</param>
/// <param name="Key">The key it has unless changed, named as browsers do (<c>KeyboardEvent.key</c>).</param>
public sealed record ReviewAction(string Name, string Title, string Key)
{
    /// <summary>All actions that can be given another key; digits always choose values.</summary>
    public static IReadOnlyList<ReviewAction> All { get; } =
    [
        new("accept", "Accept this attribute as shown", "Enter"),
        new("accept-all", "Accept everything as shown and go on", "a"),
        new("yes", "Mark the pointed-at value y: it is", "y"),
        new("maybe", "Mark the pointed-at value m: it may be", "m"),
        new("no", "Mark the pointed-at value n: it is not", "n"),
        new("value-down", "Point at the next value", "ArrowDown"),
        new("value-up", "Point at the value before", "ArrowUp"),
        new("attribute-next", "Next attribute", "ArrowRight"),
        new("attribute-previous", "Attribute before", "ArrowLeft"),
        new("unsure", "Unsure: leave it to somebody else", "u"),
        new("skip", "Skip this product for now", "s"),
        new("comment", "Write a comment", "c"),
        new("next", "Next product", "j"),
        new("previous", "Product before", "k"),
        new("undo", "Undo", "z"),
        new("redo", "Redo", "Z"),
        new("shortcuts", "Show the shortcuts", "?"),
    ];
}
