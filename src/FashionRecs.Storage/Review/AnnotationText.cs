using System.Globalization;
using FashionRecs.Application.Review;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Projection;
using FashionRecs.Domain.Reviews.Annotations;

namespace FashionRecs.Storage.Review;

/// <summary>Turns annotations into rows and back.</summary>
internal static class AnnotationText
{
    public static AnnotationRow Write(ReviewAct act, ReviewChange change, DateTimeOffset at) => new()
    {
        ProductId = change.Product,
        Attribute = change.Attribute.Code,
        Marks = MarksText.Write(change.Attribute, change.Marks),
        Box = Write(change.Region?.Box),
        BoxShare = change.Region?.Share ?? 0,
        Reviewer = act.Reviewer,
        AtMilliseconds = at.ToUnixTimeMilliseconds(),
        Comment = change.Comment,
        Decides = change.Decides,
        Unseen = act.Kind == ReviewActKind.Bulk,
        ActId = act.Id,
    };

    /// <summary>A box as <c>x,y,width,height</c>.</summary>
    public static string? Write(PixelBox? box) =>
        box is { } edges ? string.Create(CultureInfo.InvariantCulture, $"{edges.X},{edges.Y},{edges.Width},{edges.Height}") : null;

    /// <summary>Reads a region back.</summary>
    public static PartRegion? Region(string? box, float share) => PartRegion.Of(Box(box), share);

    private static PixelBox? Box(string? text)
    {
        var edges = text?.Split(',').Select(edge => int.Parse(edge, CultureInfo.InvariantCulture)).ToArray();
        return edges is [var x, var y, var width, var height] ? new PixelBox(x, y, width, height) : null;
    }

    /// <summary>The annotation of a row; null where it means nothing (any more).</summary>
    public static Annotation? TryRead(AttributeVocabulary vocabulary, AnnotationRow row)
    {
        if (vocabulary.TryFind(row.Attribute) is not { } attribute || !MarksText.TryRead(attribute, row.Marks, out var marks))
        {
            return null;
        }

        return new Annotation(
            row.Reviewer, marks, row.Decides, DateTimeOffset.FromUnixTimeMilliseconds(row.AtMilliseconds),
            row.Comment, Region(row.Box, row.BoxShare)) { IsUnseen = row.Unseen };
    }
}
