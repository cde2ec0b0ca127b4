namespace FashionRecs.Domain.Catalog;

/// <summary>
/// The address of a product's page in the shop that sells it. It comes from outside: only addresses of the web are let through.
/// </summary>
public static class ProductLink
{
    /// <summary>Longest address in letters.</summary>
    public const int Longest = 2_000;

    /// <summary>
    /// An address of the web as it may stand in a page: http or https, with a host and without a name and a password in it; null for
    /// everything else.
    /// </summary>
    public static Uri? TryRead(string text) => text.Length is > 0 and <= Longest
        && Uri.TryCreate(text.Trim(), UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) && address.Host.Length > 0
        && address.UserInfo.Length == 0 ? address : null;
}
