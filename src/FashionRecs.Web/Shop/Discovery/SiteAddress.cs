namespace FashionRecs.Web.Shop.Discovery;

/// <summary>
/// The shop's own address, for links that leave it: the one that is set, else the one that the request came to. Immutable.
/// </summary>
public sealed class SiteAddress(ShopOptions options)
{
    /// <summary>An absolute address.</summary>
    /// <param name="asked">Any address of the shop as it was asked for.</param>
    /// <param name="path">A path, beginning with a slash.</param>
    public string Of(Uri asked, string path) =>
        (options.Address.Length > 0 ? options.Address.TrimEnd('/') : asked.GetLeftPart(UriPartial.Authority)) + path;

    /// <summary>An absolute address, as asked for by a request.</summary>
    public string Of(HttpRequest request, string path) => Of(new Uri($"{request.Scheme}://{request.Host}"), path);
}
