namespace FashionRecs.Domain.Preferences;

/// <summary>What a shopper did that tells something about their taste.</summary>
public enum PreferenceSignal
{
    /// <summary>Opened the product's page.</summary>
    View,

    /// <summary>Liked it.</summary>
    Like,

    /// <summary>Disliked it.</summary>
    Dislike,

    /// <summary>Asked not to see it again.</summary>
    Hide,

    /// <summary>Put it into the bag.</summary>
    Bag,

    /// <summary>Was shown it and went on without opening it.</summary>
    Skipped,

    /// <summary>Asked for more with this value.</summary>
    More,

    /// <summary>Asked for less with this value.</summary>
    Less,

    /// <summary>Set the weight of a value by hand; it goes on learning from there.</summary>
    Edit,

    /// <summary>Set the weight of a value by hand and keeps it there.</summary>
    Pin,

    /// <summary>Lets a pinned value learn again, from where it stands.</summary>
    Unpin,

    /// <summary>Forgets what was learned about a value; it starts again from the prior.</summary>
    Forget,

    /// <summary>Says that a product does not have a value which the shop says it has. It teaches nothing of the shopper's taste.</summary>
    Deny,

    /// <summary>
    /// Asked for the same as everybody gets: from then on nothing the shopper did is used, until they ask for their own picks again.
    /// </summary>
    Everybody,

    /// <summary>Asked for picks of their own again.</summary>
    Personal,
}
