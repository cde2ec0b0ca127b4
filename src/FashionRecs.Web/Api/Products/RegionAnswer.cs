using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Projection;

namespace FashionRecs.Web.Api.Products;

/// <summary>A part of a picture, as a rectangle and, where one was drawn, as an outline of closed polygons.</summary>
/// <param name="Box">In pixels of the original picture.</param>
/// <param name="BoxFraction">In fractions of the picture's width and height.</param>
/// <param name="Outline">In pixels of the original picture; null where none was drawn.</param>
/// <param name="OutlineFraction">In fractions of the picture's width and height; null where none was drawn.</param>
internal sealed record RegionAnswer(RectangleAnswer Box, RectangleAnswer BoxFraction, IReadOnlyList<IReadOnlyList<PointAnswer>>? Outline,
    IReadOnlyList<IReadOnlyList<PointAnswer>>? OutlineFraction)
{
    /// <summary>A region of a product's picture.</summary>
    public static RegionAnswer? Of(Product product, PartRegion? region)
    {
        if (region is not { Box: var known, Outline: var outline })
        {
            return null;
        }

        double width = Math.Max(1, product.PictureWidth), height = Math.Max(1, product.PictureHeight);
        return new RegionAnswer(
            new(known.X, known.Y, known.Width, known.Height),
            new(Part(known.X / width), Part(known.Y / height), Part(known.Width / width), Part(known.Height / height)),
            Points(outline, point => new(Math.Round(point.X * width, 1), Math.Round(point.Y * height, 1))),
            Points(outline, point => new(Part(point.X), Part(point.Y))));
    }

    private static IReadOnlyList<IReadOnlyList<PointAnswer>>? Points(PartOutline? outline, Func<OutlinePoint, PointAnswer> place) =>
        outline is null ? null : [.. outline.Polygons.Select(polygon => (IReadOnlyList<PointAnswer>)[.. polygon.Select(place)])];

    private static double Part(double fraction) => Math.Round(fraction, 5);
}

/// <summary>A rectangle.</summary>
/// <param name="X">Left edge.</param>
/// <param name="Y">Top edge.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
internal sealed record RectangleAnswer(double X, double Y, double Width, double Height);

/// <summary>A point.</summary>
/// <param name="X">From the left.</param>
/// <param name="Y">From above.</param>
internal sealed record PointAnswer(double X, double Y);
