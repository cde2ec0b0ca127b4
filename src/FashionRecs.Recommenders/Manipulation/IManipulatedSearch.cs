using FashionRecs.Domain.Attributes;

namespace FashionRecs.Recommenders.Manipulation;

/// <summary>Answers "like this, but with long sleeves".</summary>
public interface IManipulatedSearch
{
    /// <summary>What tables call it.</summary>
    string Name { get; }

    /// <summary>The pictures that have the asked value and keep the rest, best first.</summary>
    /// <param name="like">The picture asked about; not among the answers.</param>
    /// <param name="but">The value it should have instead.</param>
    /// <param name="among">All pictures that may be found.</param>
    /// <param name="count">At most so many.</param>
    IReadOnlyList<SearchedPicture> Find(SearchedPicture like, AttributeValue but, IReadOnlyList<SearchedPicture> among, int count);
}
