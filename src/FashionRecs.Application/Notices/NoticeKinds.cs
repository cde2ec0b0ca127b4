namespace FashionRecs.Application.Notices;

/// <summary>What servers of one shop tell each other. The words are part of what versions have in common: never changed.</summary>
public static class NoticeKinds
{
    /// <summary>The catalog has another revision, which is the subject.</summary>
    public const string Catalog = "catalog";

    /// <summary>A shopper did something.</summary>
    public const string Shopper = "shopper";

    /// <summary>A browser is another shopper from now on.</summary>
    public const string ShopperLeft = "shopper-left";

    /// <summary>Everything stored about a shopper was removed.</summary>
    public const string ShopperDeleted = "shopper-deleted";

    /// <summary>An account changed: its id, and that of a session where it concerns only one.</summary>
    public const string Account = "account";

    /// <summary>Weights were taken into use.</summary>
    public const string Weights = "weights";

    /// <summary>Something was learned from the shop's shoppers, or is no longer used.</summary>
    public const string Taste = "taste";

    /// <summary>Somebody said something of a product, as JSON.</summary>
    public const string Review = "review";

    /// <summary>Somebody sat down at a product, is still there, or got up, as JSON.</summary>
    public const string Seat = "seat";

    /// <summary>A server wants to know who sits where.</summary>
    public const string SeatsWanted = "seats-wanted";

    /// <summary>A server is there and says what it runs, as JSON.</summary>
    public const string Node = "node";
}
