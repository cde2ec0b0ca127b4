using System.Globalization;
using FashionRecs.Core.Attributes;
using FashionRecs.Core.Catalog;
using FashionRecs.Core.Projection;
using FashionRecs.Storage.Database;

namespace FashionRecs.Storage.Catalog;

/// <summary>Turns reviewed tags into rows and back.</summary>
internal static class ReviewedTagText
{
    public static ReviewedTagRow Write(string product, ReviewedTag tag) => new()
    {
        ProductId = product,
        Attribute = tag.Attribute.Code,
        Marks = string.Concat(tag.Marks.Select(mark => mark switch { TagMark.Is => 'y', TagMark.Maybe => 'm', _ => 'n' })),
        Box = tag.Box is { } box ? string.Create(CultureInfo.InvariantCulture, $"{box.X},{box.Y},{box.Width},{box.Height}") : null,
        BoxShare = tag.BoxShare,
        Reviewer = tag.Reviewer,
        AtMilliseconds = tag.At.ToUnixTimeMilliseconds(),
        Comment = tag.Comment,
    };

    /// <summary>The tag of a row; null for a review that was taken back or belongs to another vocabulary.</summary>
    public static ReviewedTag? TryRead(AttributeVocabulary vocabulary, ReviewedTagRow row)
    {
        if (vocabulary.TryFind(row.Attribute) is not { } attribute || row.Marks.Length != attribute.Values.Count)
        {
            return null;
        }

        TagMark[] marks = [.. row.Marks.Select(letter => letter switch { 'y' => TagMark.Is, 'm' => TagMark.Maybe, _ => TagMark.IsNot })];
        var edges = row.Box?.Split(',').Select(edge => int.Parse(edge, CultureInfo.InvariantCulture)).ToArray();
        PixelBox? box = edges is [var x, var y, var width, var height] ? new PixelBox(x, y, width, height) : null;
        return new ReviewedTag(attribute, marks, box, row.BoxShare, row.Reviewer, DateTimeOffset.FromUnixTimeMilliseconds(row.AtMilliseconds), row.Comment);
    }
}
