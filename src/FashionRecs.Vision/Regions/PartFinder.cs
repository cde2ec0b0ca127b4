using FashionRecs.Domain.Projection;
using FashionRecs.Vision.Imaging;
using FashionRecs.Vision.Saliency;
using SkiaSharp;

namespace FashionRecs.Vision.Regions;

/// <summary>
/// Cuts a part out of a picture: the map of what is said, so that words and region come from the same numbers, times a learned attention that says where such parts
/// end. Not thread-safe.
/// </summary>
public sealed class PartFinder
{
    /// <summary>Half a side, in input pixels, of the square over which the garment's edge is softened.</summary>
    private const int EdgeReach = 2;

    /// <summary>A place with this part of garment around it counts fully; the outline then runs just outside the garment's edge.</summary>
    private const float EnoughGarment = 0.5f;

    private readonly PartGrid grid;
    private readonly float[] evidence;
    private readonly float[] around;
    private readonly float[] part;
    private readonly float minimum;
    private readonly float maximum;
    private (double Power, float[] Around, float[] Part) products;

    /// <summary>Looks at a map.</summary>
    /// <param name="map">The map of the value, or the summed map of a family.</param>
    /// <param name="attention">Where the attribute's part is.</param>
    /// <param name="input">Size of the input.</param>
    /// <param name="covered">Part of the input, in input pixels, that the picture covers.</param>
    /// <param name="garment">What is garment; null where that cannot be told, or the part lies within the garment anyway.</param>
    public PartFinder(ActivationMap map, PartAttention attention, InputSize input, SKRect covered, GarmentMask? garment = null)
    {
        grid = new PartGrid(attention, input, covered);
        evidence = grid.Sample(map);
        around = Sigmoid(grid.Sample(new ActivationMap(attention.Around, attention.Rows, attention.Columns)));
        part = Sigmoid(grid.Sample(new ActivationMap(attention.Part, attention.Rows, attention.Columns)));
        (minimum, maximum) = (evidence.Min(), evidence.Max());
        for (var cell = 0; garment is not null && cell < part.Length; cell++)
        {
            var middle = grid.Middle(cell);
            part[cell] *= Math.Min(1, garment.Share(middle.X, middle.Y, EdgeReach) / EnoughGarment);
        }

        products = (-1, [], []);
    }

    /// <summary>Cuts out the region around the part.</summary>
    public FoundRegion Region(PartRule rule)
    {
        var product = Products(rule.Power).Around;
        var peak = IndexOfMaximum(product);
        var box = ConnectedComponents.Box(product, grid.Columns, product[peak] * (float)rule.BoxLevel, rule.Joined);
        return new FoundRegion(grid.ToInput(box), Share(box), grid.Middle(peak));
    }

    /// <summary>Traces the part itself; null where nothing large enough to be drawn is left of it.</summary>
    public PartOutline? Outline(PartRule rule)
    {
        var product = Products(rule.Power).Part;
        return product.Max() is > 0 and var most ? ContourTracer.Trace(product, grid, most * (float)rule.OutlineLevel, rule.Joined) : null;
    }

    private (double Power, float[] Around, float[] Part) Products(double power)
    {
        if (products.Power != power)
        {
            // A map without any positive evidence still has a least unlikely place; how much evidence a region holds is told beside it.
            var weights = Array.ConvertAll(evidence, one => maximum > minimum ? MathF.Pow((one - minimum) / (maximum - minimum), (float)power) : 1);
            products = (power, [.. around.Zip(weights, (one, weight) => one * weight)], [.. part.Zip(weights, (one, weight) => one * weight)]);
        }

        return products;
    }

    private static float[] Sigmoid(float[] logits) => Array.ConvertAll(logits, logit => 1 / (1 + MathF.Exp(-logit)));

    private static int IndexOfMaximum(float[] numbers)
    {
        var best = 0;
        for (var at = 1; at < numbers.Length; at++)
        {
            best = numbers[at] > numbers[best] ? at : best;
        }

        return best;
    }

    private float Share(SKRectI box)
    {
        float all = 0, boxed = 0;
        for (var cell = 0; cell < evidence.Length; cell++)
        {
            var positive = Math.Max(0, evidence[cell]);
            all += positive;
            boxed += box.Contains(cell % grid.Columns, cell / grid.Columns) ? positive : 0;
        }

        return all > 0 ? boxed / all : 0;
    }
}
