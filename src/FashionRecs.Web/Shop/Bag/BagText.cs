using System.Text;
using Microsoft.Extensions.Localization;

namespace FashionRecs.Web.Shop.Bag;

/// <summary>A bag as plain text, to paste into a message or an order.</summary>
public static class BagText
{
    /// <summary>A line per product that is sold, and the total.</summary>
    /// <param name="lines">The bag.</param>
    /// <param name="prices">Says prices.</param>
    /// <param name="address">The page of a product.</param>
    /// <param name="texts">The words.</param>
    public static string Of(IReadOnlyList<BagLine> lines, PriceWords prices, Func<string, string> address, IStringLocalizer texts)
    {
        var text = new StringBuilder();
        foreach (var line in lines.Where(line => !line.Item.IsWithdrawn))
        {
            var product = line.Item.Product;
            text.Append(line.Quantity).Append(" × ").Append(product.Name).Append(" (").Append(product.Id).Append(')');
            if (line.Total is { } total)
            {
                text.Append(" – ").Append(prices.Said(total, texts));
            }

            text.Append('\n').Append(product.Link.Length > 0 ? product.Link : address(product.Id)).Append('\n');
        }

        return text.Append(texts["Total {0}", prices.Said(lines.Sum(line => line.Total ?? 0), texts)].Value).ToString();
    }
}
