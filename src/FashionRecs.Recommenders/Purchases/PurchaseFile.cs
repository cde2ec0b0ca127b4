using System.Globalization;
using FashionRecs.Tables;

namespace FashionRecs.Recommenders.Purchases;

/// <summary>Reads purchases from a CSV file with the columns day (yyyy-MM-dd), customer and product.</summary>
public static class PurchaseFile
{
    /// <exception cref="InvalidDataException">A column is missing, a day is not a date, a product is not in the list, or there is no
    /// purchase.</exception>
    public static IReadOnlyList<Purchase> Read(string path, ShopProducts products)
    {
        var purchases = new List<Purchase>();
        foreach (var (line, fields) in TableReader.Read(path, "day", "customer", "product"))
        {
            if (!DateOnly.TryParseExact(fields[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                throw new InvalidDataException($"{path}, line {line}: '{fields[0]}' is not a day (yyyy-MM-dd).");
            }

            var product = products.IndexOf(fields[2]);
            if (product < 0)
            {
                throw new InvalidDataException($"{path}, line {line}: the product {fields[2]} is not in {products.Source}.");
            }

            purchases.Add(new Purchase(day, fields[1], product));
        }

        return purchases.Count > 0 ? purchases : throw new InvalidDataException($"{path} holds no purchase.");
    }
}
