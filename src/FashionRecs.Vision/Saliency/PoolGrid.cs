namespace FashionRecs.Vision.Saliency;

/// <summary>Rows and columns that a region is pooled to, each from 1 to 32.</summary>
public readonly record struct PoolGrid(int Height, int Width)
{
    /// <summary>7 × 7, as Fast R-CNN's networks have it.</summary>
    public static PoolGrid Default => new(7, 7);

    /// <inheritdoc/>
    public override string ToString() => $"{Height}x{Width}";

    /// <summary>Parses "7x7" (height × width).</summary>
    /// <exception cref="FormatException">The text has another form, or a side is not from 1 to 32.</exception>
    public static PoolGrid Parse(string text)
    {
        var parts = text.Split('x');
        return parts.Length == 2 && int.TryParse(parts[0], out var height) && int.TryParse(parts[1], out var width)
            && height is >= 1 and <= 32 && width is >= 1 and <= 32
            ? new PoolGrid(height, width)
            : throw new FormatException($"'{text}' is not a pooling grid; write height x width with sides from 1 to 32, for example 7x7.");
    }
}
