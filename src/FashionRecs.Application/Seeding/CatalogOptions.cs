namespace FashionRecs.Application.Seeding;

/// <summary>What a shop does with its catalog when it starts.</summary>
public sealed class CatalogOptions
{
    /// <summary>Whether an empty shop fills itself with the drawn catalog that ships. Default true.</summary>
    public bool Seed { get; set; } = true;

    /// <summary>
    /// Whether the catalog is read anew after an update that brings other weights, as long as nobody took weights of their own into use.
    /// Default true: words, regions and heat maps of a product then come from the same weights.
    /// </summary>
    public bool FollowShippedWeights { get; set; } = true;
}
