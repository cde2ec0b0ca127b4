using System.Globalization;
using FashionRecs.Tables;

namespace FashionRecs.Recommenders.Purchases;

/// <summary>The products of a shop in a fixed order; everything that ranks speaks of a product by its index here. Immutable.</summary>
public sealed class ShopProducts
{
    private readonly Dictionary<string, int> indexByCode;

    /// <exception cref="InvalidDataException">A code occurs twice, or there is no product.</exception>
    public ShopProducts(IReadOnlyList<ListedProduct> products, string source = "The product list")
    {
        Products = products;
        Source = source;
        indexByCode = new Dictionary<string, int>(products.Count, StringComparer.Ordinal);
        for (var index = 0; index < products.Count; index++)
        {
            if (!indexByCode.TryAdd(products[index].Code, index))
            {
                throw new InvalidDataException($"{source} lists the product {products[index].Code} twice.");
            }
        }

        if (products.Count == 0)
        {
            throw new InvalidDataException($"{source} holds no product.");
        }
    }

    /// <summary>The products, in the order of the file.</summary>
    public IReadOnlyList<ListedProduct> Products { get; }

    /// <summary>Number of products.</summary>
    public int Count => Products.Count;

    /// <summary>The product at an index.</summary>
    public ListedProduct this[int index] => Products[index];

    /// <summary>Where the list came from, for messages.</summary>
    public string Source { get; }

    /// <summary>The index of a product's code, or -1.</summary>
    public int IndexOf(string code) => indexByCode.GetValueOrDefault(code, -1);

    /// <summary>
    /// Reads a CSV file with the columns product, image, name, type, group, section, colour, pattern, price, description.
    /// </summary>
    /// <exception cref="InvalidDataException">A column is missing, or a row cannot be read.</exception>
    public static ShopProducts Read(string path)
    {
        var rows = TableReader.Read(path, "product", "image", "name", "type", "group", "section", "colour", "pattern", "price",
            "description");
        return new ShopProducts([.. rows.Select(row => Parse(path, row.Line, row.Fields))], path);
    }

    private static ListedProduct Parse(string path, int line, string[] fields)
    {
        var price = double.NaN;
        if (fields[8].Length > 0 && (!double.TryParse(fields[8], NumberStyles.Float, CultureInfo.InvariantCulture, out price) || price < 0))
        {
            throw new InvalidDataException($"{path}, line {line}: '{fields[8]}' is not a price.");
        }

        return new ListedProduct(fields[0], fields[1], fields[2], fields[3], fields[4], fields[5], fields[6], fields[7],
            price > 0 ? price : double.NaN, fields[9]);
    }
}
