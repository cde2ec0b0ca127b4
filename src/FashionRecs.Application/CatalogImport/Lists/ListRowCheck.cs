using FashionRecs.Application.Catalog;
using FashionRecs.Application.CatalogImport.Names;
using FashionRecs.Application.CatalogImport.Prices;
using FashionRecs.Application.CatalogImport.Texts;
using FashionRecs.Domain.Catalog;

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

    /// <summary>Letters that a note repeats at most of what was not understood.</summary>
    private const int LongestQuoted = 40;

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
            MarkupText.From(entry.Description))
        {
            Sizes = Shortened(product.Sizes), Availability = ListedAvailability.Read(entry.Availability),
            Link = ProductLink.TryRead(entry.Link)?.AbsoluteUri ?? "",
        };
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

        if (ProductIds.IsShortened(facts.Id))
        {
            notes.Add($"the product id '{facts.Id}' looks like a long number that a spreadsheet has shortened");
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
            notes.Add(more.Count == 1 ? "with 1 further picture" : $"with {more.Count} further pictures");
        }

        if (entry.Link.Length > 0 && facts.Link.Length == 0)
        {
            notes.Add("its link is no address of the web and is left out");
        }

        if (entry.Availability.Length > 0 && facts.Availability.Length == 0)
        {
            var said = entry.Availability.Length > LongestQuoted ? entry.Availability[..LongestQuoted] + "…" : entry.Availability;
            notes.Add($"the availability '{said}' is not known and is left out");
        }

        return new CatalogImportListRow(entry.Line, image, facts, reason)
        {
            MorePictures = more, Note = notes.Count > 0 ? string.Join("; ", notes) : null,
        };
    }

    private static string Plain(string text) => MarkupText.From(text, isName: true);

    /// <summary>The sizes as one text; of very many, those that fit.</summary>
    private static string Shortened(IReadOnlyList<string> sizes)
    {
        var text = "";
        foreach (var size in sizes.Select(Plain).Where(size => size.Length > 0))
        {
            var longer = text.Length == 0 ? size : $"{text}, {size}";
            if (longer.Length > LongestField)
            {
                break;
            }

            text = longer;
        }

        return text;
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
