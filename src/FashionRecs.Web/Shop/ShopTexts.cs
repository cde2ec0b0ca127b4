namespace FashionRecs.Web.Shop;

/// <summary>
/// Names the resources that hold all texts for shoppers, <c>ShopTexts.resx</c>: the key is the English text, with numbered gaps. Another
/// language is another file, such as <c>ShopTexts.de.resx</c> (docs/languages.md). Values and families are said in the vocabulary's words.
/// </summary>
public sealed class ShopTexts;
