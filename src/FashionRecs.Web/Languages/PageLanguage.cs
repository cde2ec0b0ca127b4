namespace FashionRecs.Web.Languages;

/// <summary>
/// The language of the page that is drawn. One for each request and one for each circuit, set by the outermost component: pages are drawn
/// again from timers and from other shoppers' clicks, so that the language of a thread says nothing.
/// </summary>
public sealed class PageLanguage
{
    /// <summary>The language.</summary>
    public ShopLanguage Current { get; set; } = ShopLanguage.English;
}
