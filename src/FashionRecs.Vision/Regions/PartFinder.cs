using System.Numerics.Tensors;
using FashionRecs.Domain.Projection;
using FashionRecs.Vision.Imaging;
using FashionRecs.Vision.Saliency;
using SkiaSharp;

namespace FashionRecs.Vision.Regions;

/// <summary>
/// Cuts a part out of a picture: the map of what is said, so that words and region come from the same numbers, times a learned attention
/// that says where such parts end. Not thread-safe.
/// </summary>
public sealed class PartFinder
{
    /// <summary>How far outside the part its outline runs, in cells: a line upon the very edge would hide it.</summary>
    private const double Growth = 2;

    /// <summary>
    /// A second part, such as the other sleeve, counts from this part of the first one's size on: one may be seen from the side.
    /// </summary>
    private const float FurtherFrom = 0.25f;

    /// <summary>How far around a region evidence counts as lying in it, in positions of the map: it is no finer than that.</summary>
    private const float ShareReach = 1;

    private readonly PartPlace place;
    private readonly PartGrid grid;
    private readonly float[] evidence;
    private readonly int coarseRows;
    private readonly int coarseColumns;
    private readonly float minimum;
    private readonly float maximum;
    private (double Power, float[] Around, float[] Part, float[] Outlined) products;

    /// <summary>Looks at a map.</summary>
    /// <param name="map">The map of the value, or the summed map of a family.</param>
    /// <param name="attention">Where the attribute's part is.</param>
    /// <param name="input">Size of the input.</param>
    /// <param name="covered">Part of the input, in input pixels, that the picture covers.</param>
    /// <param name="garment">What is garment; null where that cannot be told, or the part lies within the garment anyway.</param>
    public PartFinder(ActivationMap map, PartAttention attention, InputSize input, SKRect covered, GarmentMask? garment = null)
        : this(map, new PartPlace(attention, input, covered, garment))
    {
    }

    /// <summary>Looks at a map with what is known of the place.</summary>
    internal PartFinder(ActivationMap map, PartPlace place)
    {
        (this.place, grid) = (place, place.Grid);
        evidence = grid.Sample(map);
        (minimum, maximum) = (TensorPrimitives.Min<float>(evidence), TensorPrimitives.Max<float>(evidence));
        (coarseRows, coarseColumns) = (map.Rows, map.Columns);
        products = (-1, [], [], []);
    }

    /// <summary>Whether the attention knows such a part at all; on a picture unlike those it was fitted on it may not.</summary>
    public bool IsSure => place.IsSure;

    /// <summary>Cuts out the region around the part.</summary>
    public FoundRegion Region(PartRule rule)
    {
        var (_, product, inside, _) = Products(rule.Power);
        var box = ConnectedComponents.Box(product, grid.Columns, TensorPrimitives.Max<float>(product) * (float)rule.Box.Level,
            rule.Box.Joined, FurtherFrom);
        return new FoundRegion(grid.ToInput(box), Share(box), grid.Middle(TensorPrimitives.IndexOfMax<float>(inside)));
    }

    /// <summary>Traces the part itself; null where nothing large enough to be drawn is left of it.</summary>
    public PartOutline? Outline(PartRule rule)
    {
        var product = Products(rule.Power).Outlined;
        return TensorPrimitives.Max<float>(product) is > 0 and var most
            ? ContourTracer.Trace(product, grid, most * (float)rule.Outline.Level, rule.Outline.Joined) : null;
    }

    private (double Power, float[] Around, float[] Part, float[] Outlined) Products(double power)
    {
        if (products.Power != power)
        {
            // A map without any positive evidence still has a least unlikely place; how much evidence a region holds is told beside it.
            var weights = Weights((float)power);
            products = (power, Times(place.Around, weights), Times(place.Part, weights), []);
            products.Outlined = grid.Grow(products.Part, Growth);
        }

        return products;
    }

    private float[] Weights(float power)
    {
        var weights = new float[evidence.Length];
        if (maximum <= minimum)
        {
            Array.Fill(weights, 1);
            return weights;
        }

        TensorPrimitives.Subtract<float>(evidence, minimum, weights);
        TensorPrimitives.Divide<float>(weights, maximum - minimum, weights);
        TensorPrimitives.Pow<float>(weights, power, weights);
        return weights;
    }

    private static float[] Times(float[] one, float[] weights)
    {
        var product = new float[one.Length];
        TensorPrimitives.Multiply<float>(one, weights, product);
        return product;
    }

    /// <summary>
    /// The part of the positive evidence in the box or within a position of the map around it: the map is no finer than that.
    /// </summary>
    private float Share(SKRectI box)
    {
        var reach = new SKPoint(grid.CellsPer(coarseColumns, across: true) * ShareReach,
            grid.CellsPer(coarseRows, across: false) * ShareReach);
        var near = new SKRect(box.Left - reach.X, box.Top - reach.Y, box.Right + reach.X, box.Bottom + reach.Y);
        float all = 0, inside = 0;
        for (var row = 0; row < grid.Rows; row++)
        {
            var within = row + 0.5f >= near.Top && row + 0.5f < near.Bottom;
            for (var column = 0; column < grid.Columns; column++)
            {
                var positive = Math.Max(0, evidence[(row * grid.Columns) + column]);
                all += positive;
                inside += within && column + 0.5f >= near.Left && column + 0.5f < near.Right ? positive : 0;
            }
        }

        return all > 0 ? inside / all : 0;
    }
}
