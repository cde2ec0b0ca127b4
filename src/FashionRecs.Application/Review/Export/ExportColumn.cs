using System.Globalization;
using FashionRecs.Application.Review.Queue;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Projection;
using FashionRecs.Domain.Reviews;
using FashionRecs.Domain.Reviews.Annotations;

namespace FashionRecs.Application.Review.Export;

/// <summary>One attribute of one product on its way out.</summary>
public sealed record ExportRow(QueueEntry Entry, GarmentAttribute Attribute)
{
    /// <summary>The product.</summary>
    public CatalogItem Item => Entry.Place.Item;

    /// <summary>The tag in effect, or null.</summary>
    public ReviewedTag? Final => Item.Reviewed.LastOrDefault(tag => tag.Attribute == Attribute);

    /// <summary>The network's reading, or null.</summary>
    public ProjectedAttribute? Predicted => Item.Predicted?.Attributes.FirstOrDefault(said => said.Attribute == Attribute);

    /// <summary>Whether anybody said anything.</summary>
    public bool HasAnything => Final is not null || Predicted is not null;
}

/// <summary>A column of an export.</summary>
/// <param name="Name">As in the header.</param>
/// <param name="Title">What people read.</param>
/// <param name="Text">The cell of a row; empty where there is nothing.</param>
public sealed record ExportColumn(string Name, string Title, Func<ExportRow, string> Text)
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    /// <summary>All columns, in order.</summary>
    public static IReadOnlyList<ExportColumn> All { get; } =
    [
        new("product", "Product", row => row.Item.Product.Id),
        new("name", "Name", row => row.Item.Product.Name),
        new("picture", "Picture", row => row.Item.Product.Picture),
        new("attribute", "Attribute", row => row.Attribute.Code),
        new("predicted", "Value the network says",
            row => row.Predicted is { } said ? NetworkAnswer.Of(row.Attribute, said.Probabilities).Code : ""),
        new("probability", "Its probability",
            row => row.Predicted is { } said
            ? said.Probabilities[NetworkAnswer.Of(row.Attribute, said.Probabilities).Position].ToString("0.####", Invariant) : ""),
        new("final", "Value people say",
            row => row.Final is { } tag && TagMarks.Chosen(tag.Marks) is var chosen and >= 0 ? row.Attribute.Values[chosen].Code : ""),
        new("marks", "Marks (y, m, n)", row => row.Final is { } tag ? TagMarks.Write(tag.Marks) : ""),
        new("standing", "How it came about",
            row => row.Entry.Decisions.GetValueOrDefault(row.Attribute)?.Status.ToString().ToLowerInvariant() ?? ""),
        new("reviewer", "Who", row => row.Final?.Reviewer ?? ""),
        new("at", "When", row => row.Final?.At.ToString("yyyy-MM-ddTHH:mm:ssZ", Invariant) ?? ""),
        new("comment", "Comment", row => row.Final?.Comment ?? ""),
        new("box", "Region (x y width height)",
            row => row.Item[row.Attribute]?.Region?.Box is { } box ? $"{box.X} {box.Y} {box.Width} {box.Height}" : ""),
        new("opinions", "Every opinion", row => string.Join("; ", row.Entry.Annotations.GetValueOrDefault(row.Attribute, [])
            .Select(annotation =>
                $"{annotation.Reviewer}: {(annotation.Chosen >= 0 ? row.Attribute.Values[annotation.Chosen].Code + (annotation.IsUnseen ? " (bulk)" : "") : annotation.IsRejection ? "none of those marked n" : "unsure")}"))),
    ];
}
