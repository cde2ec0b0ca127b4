namespace FashionRecs.Application.ApiKeys;

/// <summary>Who holds a key.</summary>
public enum ApiKeyKind
{
    /// <summary>A program that nobody but the shop can look into; may do what its scopes name, for every shopper.</summary>
    Server,

    /// <summary>A page that everybody can read; may do only what a shopper may, and only for a shopper whose number was signed.</summary>
    Publishable,
}
