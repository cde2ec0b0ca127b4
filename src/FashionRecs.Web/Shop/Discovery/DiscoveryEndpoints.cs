using System.Globalization;
using System.Xml;
using FashionRecs.Application.Shop;

namespace FashionRecs.Web.Shop.Discovery;

/// <summary>What search engines ask for: robots.txt and the map of all products.</summary>
internal static class DiscoveryEndpoints
{
    /// <summary>Addresses in one map; more is against sitemaps.org's protocol.</summary>
    private const int PerMap = 50_000;

    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private static readonly string[] Pages = ["/", "/catalog", "/how-we-choose"];

    public static void MapDiscovery(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/robots.txt", Robots);
        routes.MapGet("/sitemap.xml", MapsAsync);
        routes.MapGet("/sitemap-{number:int}.xml", MapAsync);
    }

    private static IResult Robots(HttpRequest request, SiteAddress site) => Results.Text($"""
        User-agent: *
        Disallow: /account
        Disallow: /administration
        Disallow: /api
        Disallow: /bag
        Disallow: /catalog?
        Allow: /catalog?lang=
        Disallow: /merchandising
        Disallow: /research
        Disallow: /saved
        Disallow: /search/photograph/
        Disallow: /style
        Sitemap: {site.Of(request, "/sitemap.xml")}

        """);

    private static async Task<IResult> MapsAsync(HttpRequest request, SiteAddress site, CatalogCache catalog)
    {
        var maps = (Pages.Length + (await catalog.GetAsync()).Items.Count + PerMap - 1) / PerMap;
        return Xml("sitemapindex", "sitemap", Enumerable.Range(1, maps)
            .Select(number => site.Of(request, string.Create(CultureInfo.InvariantCulture, $"/sitemap-{number}.xml"))));
    }

    private static async Task<IResult> MapAsync(int number, HttpRequest request, SiteAddress site, CatalogCache catalog)
    {
        var snapshot = await catalog.GetAsync();
        var first = (number - 1L) * PerMap;
        return number < 1 || first >= Pages.Length + snapshot.Items.Count ? Results.NotFound()
            : Xml("urlset", "url", Pages
                .Concat(Enumerable.Range(0, snapshot.Items.Count).Select(place => $"/product/{Uri.EscapeDataString(snapshot.IdAt(place))}"))
                .Skip((int)first).Take(PerMap).Select(path => site.Of(request, path)));
    }

    private static IResult Xml(string root, string entry, IEnumerable<string> addresses)
    {
        using var held = new MemoryStream();
        using (var writer = XmlWriter.Create(held))
        {
            writer.WriteStartElement(root, Namespace);
            foreach (var address in addresses)
            {
                writer.WriteStartElement(entry, Namespace);
                writer.WriteElementString("loc", Namespace, address);
                writer.WriteEndElement();
            }

            writer.WriteEndElement();
        }

        return Results.Bytes(held.ToArray(), "application/xml");
    }
}
