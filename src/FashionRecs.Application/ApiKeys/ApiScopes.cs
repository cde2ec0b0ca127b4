namespace FashionRecs.Application.ApiKeys;

/// <summary>What a key may do.</summary>
public static class ApiScopes
{
    /// <summary>Recommendations, explanations, similar products and search, for one shopper at a time.</summary>
    public const string Recommend = "recommend";

    /// <summary>Tell what shoppers did.</summary>
    public const string Events = "events";

    /// <summary>See, change, export and delete what is believed of a shopper.</summary>
    public const string Shoppers = "shoppers";

    /// <summary>Read products and their readings.</summary>
    public const string CatalogRead = "catalog:read";

    /// <summary>Change and withdraw products, and have feeds bring them.</summary>
    public const string CatalogWrite = "catalog:write";

    /// <summary>Read the queue of reviews and submit reviews.</summary>
    public const string Reviews = "reviews";

    /// <summary>Read the results of experiments, and take part in them.</summary>
    public const string Experiments = "experiments";

    /// <summary>Follow catalog imports, and how far the catalog is read anew.</summary>
    public const string Jobs = "jobs";

    /// <summary>Make webhooks, and see what became of their messages.</summary>
    public const string Webhooks = "webhooks";

    /// <summary>Every scope with what it opens, in the order in which people choose.</summary>
    public static IReadOnlyList<(string Scope, string Opens)> All { get; } =
    [
        (Recommend, "Recommendations, explanations and search"),
        (Events, "Tell what shoppers did"),
        (Shoppers, "See, change, export and delete what is believed of shoppers"),
        (CatalogRead, "Read products and what is seen in their pictures"),
        (CatalogWrite, "Change and withdraw products, and have feeds bring them"),
        (Reviews, "Read the review queue and submit reviews"),
        (Experiments, "Assign shoppers to experiments, tell what followed, and read results"),
        (Jobs, "Follow catalog imports and readings"),
        (Webhooks, "Have other servers told what happens"),
    ];

    /// <summary>What a publishable key may have: what a shopper does on the pages.</summary>
    public static IReadOnlyList<string> OfShoppers { get; } = [Recommend, Events, Shoppers, CatalogRead];
}
