namespace FashionRecs.Vision.Imaging;

/// <summary>Size of the network's input in pixels.</summary>
public readonly record struct InputSize(int Height, int Width)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Height}x{Width}";

    /// <summary>Parses "192x144" (height × width), each between 32 and 1024.</summary>
    /// <exception cref="FormatException">The text has another form.</exception>
    public static InputSize Parse(string text)
    {
        var parts = text.Split('x');
        return parts.Length == 2 && int.TryParse(parts[0], out var height) && int.TryParse(parts[1], out var width)
            && height is >= 32 and <= 1024 && width is >= 32 and <= 1024
            ? new InputSize(height, width)
            : throw new FormatException($"'{text}' is not an input size; write height x width, for example 192x144.");
    }
}
