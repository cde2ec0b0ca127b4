using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;
using FashionRecs.Application.CatalogImport.Names;

namespace FashionRecs.Application.CatalogImport.Lists;

/// <summary>The headings that lists commonly have, in English and German, and what they mean.</summary>
public static partial class ListHeadings
{
    /// <summary>Fields without which nothing can be taken in.</summary>
    public static IReadOnlyList<ListField> Needed { get; } = [ListField.Product, ListField.Image, ListField.Name];

    /// <summary>Headings of each field in the form of <see cref="Plain"/>, the likeliest first.</summary>
    public static IReadOnlyDictionary<ListField, string[]> Common { get; } = new Dictionary<ListField, string[]>
    {
        [ListField.Product] =
        [
            "product", "product id", "productid", "sku", "id", "article", "article id", "article number", "article no", "item", "item id",
            "item number", "item no", "artikel", "artikelnummer",
            "artikelnr", "artikel nr", "artnr", "art nr", "produkt", "produktnummer", "produkt id", "produktid", "bestellnummer", "style",
            "style number", "product code", "code", "reference", "ref", "handle",
            "product number", "variant sku", "référence", "code article", "referencia", "codice", "codice articolo", "artikelcode",
            "商品编号", "商品编码", "货号", "产品编号", "编号",
        ],
        [ListField.Image] =
        [
            "image", "picture", "photo", "image file", "imagefile", "image name", "image filename", "filename", "file name",
            "picture file", "image link", "image url", "image src", "image path", "img", "bild", "bilddatei",
            "bildname", "foto", "hauptbild", "bild url", "bildlink", "base image", "main image", "images", "pictures", "bilder", "fotos",
            "datei", "dateiname", "image 1", "image1", "picture 1", "picture1", "photo 1", "photo1", "bild 1", "bild1", "foto 1", "foto1",
            "image url 1", "imagen", "immagine", "afbeelding", "图片", "图片链接", "主图", "商品图片",
        ],
        [ListField.Name] =
        [
            "name", "title", "product name", "productname", "product title", "item name", "article name", "bezeichnung",
            "artikelbezeichnung", "artikelname", "produktname", "produktbezeichnung", "titel", "produkttitel", "prod name",
            "nom", "nom du produit", "désignation", "titre", "nombre", "nome", "naam", "productnaam", "名称", "商品名称", "产品名称", "标题",
        ],
        [ListField.Type] =
        [
            "type", "product type", "producttype", "product type name", "garment", "kind", "category", "categories", "kategorie",
            "kategorien", "produktart", "artikelart", "produkttyp", "warengruppe", "art", "类别", "分类", "类型",
        ],
        [ListField.Group] = ["group", "department", "product group", "product group name", "gruppe", "abteilung", "produktgruppe"],
        [ListField.Section] = ["section", "section name", "bereich", "sortiment"],
        [ListField.Colour] = ["colour", "color", "farbe", "colour name", "color name", "colour group name", "main colour", "main color",
            "hauptfarbe", "farbname", "couleur", "kleur", "colore", "颜色"],
        [ListField.Pattern] = ["pattern", "muster", "graphical appearance name", "print"],
        [ListField.Price] =
        [
            "price", "preis", "retail price", "regular price", "selling price", "unit price", "sales price", "variant price",
            "verkaufspreis", "vk", "vk preis", "bruttopreis", "einzelpreis", "price eur", "preis eur", "preis in eur",
            "price in eur", "price €", "preis €", "price usd", "price gbp", "prix", "precio", "prezzo", "prijs", "价格", "售价",
        ],
        [ListField.Description] =
        [
            "description", "beschreibung", "product description", "produktbeschreibung", "artikelbeschreibung", "long description",
            "langbeschreibung", "body html", "body", "details", "detail desc", "text", "langtext",
            "short description", "kurzbeschreibung", "descripción", "descrizione", "omschrijving", "描述", "商品描述",
        ],
        [ListField.Size] = ["size", "sizes", "größe", "groesse", "größen", "groessen", "size name", "taille",
            "talla", "taglia", "maat", "尺码", "尺寸"],
        [ListField.VariantOf] = ["item group id", "parent", "parent id", "parent sku", "variant of", "master", "master sku",
            "vaterartikel", "hauptartikel"],
        [ListField.MorePictures] = ["additional image link", "additional images", "additional image", "more images", "further images",
            "weitere bilder", "image 2", "image2", "bild 2", "bild2"],
        [ListField.Link] = ["link", "product link", "product url", "url", "deeplink", "deep link", "external url", "produktlink",
            "produkt url", "artikel url"],
        [ListField.Availability] = ["availability", "stock status", "in stock", "is in stock", "verfügbarkeit", "verfuegbarkeit",
            "lieferbarkeit", "lagerstatus"],
    };

    private static readonly FrozenSet<string> AllCommon = Common.Values.SelectMany(headings => headings)
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a heading says by itself what its column holds.</summary>
    public static bool IsCommon(string heading) => AllCommon.Contains(Plain(heading));

    /// <summary>
    /// Whether a heading in the form of <see cref="Plain"/> is one of several columns with a picture each, such as "image 3".
    /// </summary>
    public static bool IsNumberedPicture(string plain) => NumberedPicture().IsMatch(plain);

    /// <summary>
    /// A heading without letter case, outer blanks, punctuation and the prefix of a feed: "Image_Link ", "g:image_link" and "image link"
    /// are one.
    /// </summary>
    public static string Plain(string heading)
    {
        var plain = new StringBuilder(heading.Length);
        var text = Accents.Join(heading).Trim();
        foreach (var letter in text.StartsWith("g:", StringComparison.OrdinalIgnoreCase) ? text.AsSpan(2) : text)
        {
            if (char.IsLetterOrDigit(letter) || letter is '€')
            {
                plain.Append(char.ToLowerInvariant(letter));
            }
            else if (plain.Length > 0 && plain[^1] != ' ' && letter is not ('\uFEFF' or '\u200B'))
            {
                plain.Append(' ');
            }
        }

        return plain.ToString().TrimEnd();
    }

    /// <summary>A field in people's words.</summary>
    public static string Words(ListField field) => field switch
    {
        ListField.Product => "product",
        ListField.VariantOf => "variant of",
        ListField.MorePictures => "more pictures",
        _ => field.ToString().ToLowerInvariant(),
    };

    [GeneratedRegex("^(additional )?(image|picture|photo|img|bild|foto)( url| link| src)? ?[1-9][0-9]?$")]
    private static partial Regex NumberedPicture();
}
