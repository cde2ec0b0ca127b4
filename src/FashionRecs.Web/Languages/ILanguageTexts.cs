namespace FashionRecs.Web.Languages;

/// <summary>Texts that say which language they are in.</summary>
public interface ILanguageTexts
{
    /// <summary>The language.</summary>
    ShopLanguage Language { get; }
}
