using FashionRecs.Application.Catalog;
using FashionRecs.Application.CatalogImport.Names;
using FashionRecs.Application.CatalogImport.Prices;
using FashionRecs.Application.CatalogImport.Texts;

namespace FashionRecs.Application.CatalogImport.Lists;

/// <summary>Makes facts of what a list says, or says why they cannot be used.</summary>
/// <param name="currency">The shop's.</param>
internal sealed class ListRowCheck(ShopCurrency currency)
{
    /// <summary>Longest description in letters; every page of a product shows it.</summary>
    private const int LongestDescription = 5_000;

    /// <summary>Longest of any other field in letters: pages show names by the dozen.</summary>
    private const int LongestField = 200;

    /// <summary>Longest path or address of a picture in letters.</summary>
    private const int LongestImage = 2_000;

    private const int MostLines = 5;

    /// <summary>Judges a product.</summary>
    /// <param name="product">What the list says.</param>
    /// <param name="seen">The line of each id so far; this one is added.</param>
    public CatalogImportListRow Row(ListedProduct product, Dictionary<UInt128, int> seen)
    {
        var (entry, notes) = (product.Entry, new List<string>());
        var (image, more) = Pictures(entry.Image, product.MorePictures);
        var facts = new ProductFacts(
            MarkupText.OneLine(entry.Product), MarkupText.From(entry.Name, isName: true), Plain(entry.Type), Plain(entry.Group),
            Plain(entry.Section), Plain(entry.Colour), Plain(entry.Pattern), null,
            Description(entry.Description, product.Sizes));
        var reason = entry.Refused
            ?? Length(facts, image)
            ?? ProductIds.Trouble(entry.Product)
            ?? (image.Length == 0 ? "the image is empty" : null)
            ?? (facts.Name.Length == 0 ? "the name is empty"
                : facts.Name.All(letter => !char.IsLetterOrDigit(letter) && !char.IsSymbol(letter) && !char.IsSurrogate(letter))
                    ? "the name has no letters"
                : null);
        if (reason is null && !seen.TryAdd(TextKey.Of(facts.Id), entry.Line))
        {
            reason = $"the product stood in line {seen[TextKey.Of(facts.Id)]}";
        }

        if (reason is null && entry.Price.Length > 0)
        {
            try
            {
                var price = PriceText.Read(entry.Price);
                if (currency.Matches(price.Currency))
                {
                    facts = facts with { Price = price.Amount };
                }
                else
                {
                    notes.Add($"the price '{entry.Price}' is in {price.Currency}, and the shop's are in {currency.Sign}: taken without a price");
                }
            }
            catch (InvalidDataException exception)
            {
                reason = exception.Message;
            }
        }

        if (product.Lines.Count > 0)
        {
            notes.Add($"with {(product.Lines.Count == 1 ? "line" : "lines")} {string.Join(", ", product.Lines.Take(MostLines))}{(product.Lines.Count > MostLines ? $" and {product.Lines.Count - MostLines} more" : "")}: one product with its sizes");
        }

        if (product.PricesDiffer)
        {
            notes.Add("its rows name several prices; the first is taken");
        }

        if (more.Count > 0)
        {
            notes.Add(more.Count == 1 ? "1 further picture is not used" : $"{more.Count} further pictures are not used");
        }

        return new CatalogImportListRow(entry.Line, image, facts, reason)
        {
            MorePictures = more, Note = notes.Count > 0 ? string.Join("; ", notes) : null,
        };
    }

    private static string Plain(string text) => MarkupText.From(text, isName: true);

    private static string Description(string text, IReadOnlyList<string> sizes)
    {
        var description = MarkupText.From(text);
        return sizes.Count == 0 ? description : $"{description}{(description.Length > 0 ? " " : "")}{(sizes.Count == 1 ? "Size" : "Sizes")}: {MarkupText.OneLine(string.Join(", ", sizes))}.";
    }

    private static string? Length(ProductFacts facts, string image)
    {
        (string Name, string Text, int Most)[] fields =
        [
            ("product", facts.Id, LongestField), ("name", facts.Name, LongestField), ("type", facts.Type, LongestField),
            ("group", facts.Group, LongestField), ("section", facts.Section, LongestField),
            ("colour", facts.Colour, LongestField), ("pattern", facts.Pattern, LongestField),
            ("description", facts.Description, LongestDescription), ("image", image, LongestImage),
        ];
        return Array.Find(fields, field => field.Text.Length > field.Most) is { Name: { } name, Most: var most }
            ? $"the {name} is longer than {most} letters" : null;
    }

    /// <summary>The first of several pictures in one field, and the others.</summary>
    private static (string Image, IReadOnlyList<string> More) Pictures(string image, IReadOnlyList<string> more)
    {
        var parts = ListColumns.Parts(image);
        return parts.Count > 1 && parts.All(PictureIndex.IsPictureName)
            ? (parts[0], [.. parts.Skip(1).Concat(more).Distinct(StringComparer.Ordinal)])
            : (image, more);
    }
}
