namespace FashionRecs.Web.Lists;

/// <summary>
/// A row of a list. Equal to every other row of the same key: the grid keeps a row, and with it the focus and whatever is being clicked,
/// while what it shows changes. Immutable.
/// </summary>
/// <param name="Item">What the row shows.</param>
/// <param name="Key">What it is, whatever becomes of it: of all the rows on a page its own.</param>
public sealed record DeskRow<T>(T Item, object Key)
{
    /// <inheritdoc/>
    public bool Equals(DeskRow<T>? other) => Key.Equals(other?.Key);

    /// <inheritdoc/>
    public override int GetHashCode() => Key.GetHashCode();
}
