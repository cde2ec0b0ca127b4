using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Ranking;

namespace FashionRecs.Recommenders.Manipulation;

/// <summary>
/// "Like this, but" of the shop (<see cref="Counterfactual"/>): by how likely a picture has the value and keeps what is believed of the
/// rest.
/// </summary>
public sealed class ShopSearch : IManipulatedSearch
{
    /// <inheritdoc/>
    public string Name => "shop";

    /// <inheritdoc/>
    public IReadOnlyList<SearchedPicture> Find(SearchedPicture like, AttributeValue but, IReadOnlyList<SearchedPicture> among, int count)
    {
        var byId = among.ToDictionary(picture => picture.Item.Product.Id, StringComparer.Ordinal);
        return [.. Counterfactual.Find(among.Select(picture => picture.Item), like.Item, but, count)
            .Select(near => byId[near.Item.Product.Id])];
    }
}
