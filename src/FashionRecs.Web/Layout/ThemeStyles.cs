using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace FashionRecs.Web.Layout;

/// <summary>
/// The variables of both themes as a style sheet of its own: they are a third of a page's bytes and the same for everybody, so they are
/// written and compressed once and cached for ever under an address that names their content.
/// </summary>
public sealed class ThemeStyles
{
    private readonly byte[] text;
    private readonly byte[] brotli;
    private readonly byte[] gzip;

    public ThemeStyles()
    {
        text = Encoding.UTF8.GetBytes(ThemeSheet.Of(ShopTheme.Light, dark: false) + ThemeSheet.Of(ShopTheme.Dark, dark: true));
        brotli = Compressed(to => new BrotliStream(to, CompressionLevel.SmallestSize));
        gzip = Compressed(to => new GZipStream(to, CompressionLevel.SmallestSize));
        Address = $"theme/{Convert.ToHexStringLower(SHA256.HashData(text))[..16]}.css";
    }

    /// <summary>Where the style sheet is, relative to the base address.</summary>
    public string Address { get; }

    /// <summary>Serves it, compressed to whoever takes it so.</summary>
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/theme/{name}.css", (string name, ThemeStyles styles, HttpContext context) =>
        {
            if (styles.Address != $"theme/{name}.css")
            {
                return Results.NotFound();
            }

            var (content, encoding) = styles.For(context.Request.GetTypedHeaders().AcceptEncoding);
            context.Response.GetTypedHeaders().CacheControl =
                new CacheControlHeaderValue { Public = true, MaxAge = TimeSpan.FromDays(365),
                Extensions = { new NameValueHeaderValue("immutable") } };
            context.Response.Headers.Vary = HeaderNames.AcceptEncoding;
            context.Response.Headers.ContentEncoding = encoding;
            return Results.Bytes(content, "text/css; charset=utf-8");
        });

    private (byte[] Content, string? Encoding) For(IList<StringWithQualityHeaderValue> accepted)
    {
        bool Takes(string encoding) =>
            accepted.Any(one => one.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase) && one.Quality != 0);
        return Takes("br") ? (brotli, "br") : Takes("gzip") ? (gzip, "gzip") : (text, null);
    }

    private byte[] Compressed(Func<Stream, Stream> compress)
    {
        using var to = new MemoryStream();
        using (var stream = compress(to))
        {
            stream.Write(text);
        }

        return to.ToArray();
    }
}
