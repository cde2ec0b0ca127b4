using Microsoft.Net.Http.Headers;

namespace FashionRecs.Web.Languages;

/// <summary>
/// The languages that there are texts in, and which of them a request asks for: by its address (<c>?lang=de</c>), else as was chosen
/// before, else as the browser prefers. Immutable and safe to share between threads.
/// </summary>
public sealed class ShopLanguages
{
    /// <summary>The part of an address that names a language.</summary>
    public const string Parameter = "lang";

    private const string Cookie = "fashionrecs-language";

    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    private readonly Dictionary<string, ShopLanguage> byCode;

    /// <summary>Looks for the files of texts beside the program.</summary>
    public ShopLanguages()
    {
        var texts = $"{typeof(ShopLanguages).Assembly.GetName().Name}.resources.dll";
        All =
        [
            ShopLanguage.English,
            .. Directory.EnumerateDirectories(AppContext.BaseDirectory).Where(folder => File.Exists(Path.Combine(folder, texts)))
                .Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal).Select(code => new ShopLanguage(code)),
        ];
        byCode = All.ToDictionary(language => language.Code, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The languages, English first.</summary>
    public IReadOnlyList<ShopLanguage> All { get; }

    /// <summary>A language by its code, which may name a country as well ("de-AT"); null where there are no texts in it.</summary>
    public ShopLanguage? TryFind(string? code) => byCode.GetValueOrDefault((code ?? "").Split('-', 2)[0]);

    /// <summary>The language that the address of a request names; null for none.</summary>
    public ShopLanguage? Named(HttpRequest request) => TryFind(request.Query[Parameter]);

    /// <summary>The language of the answer to a request.</summary>
    public ShopLanguage Of(HttpRequest request) => Named(request) ?? TryFind(request.Cookies[Cookie]) ?? Preferred(request)
        ?? ShopLanguage.English;

    /// <summary>Keeps a language that was chosen, in a cookie that holds nothing but its code.</summary>
    public static void Keep(ShopLanguage language, HttpContext context) => context.Response.Cookies.Append(Cookie, language.Code,
        new CookieOptions
        {
            MaxAge = Kept, HttpOnly = true, SameSite = Microsoft.AspNetCore.Http.SameSiteMode.Lax,
            Secure = context.Request.IsHttps, IsEssential = true,
        });

    private ShopLanguage? Preferred(HttpRequest request) =>
        StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptLanguage, out var wanted)
            ? wanted.Where(one => one.Quality is not 0).OrderByDescending(one => one.Quality ?? 1)
                .Select(one => TryFind(one.Value.Value)).FirstOrDefault(found => found is not null)
            : null;
}
