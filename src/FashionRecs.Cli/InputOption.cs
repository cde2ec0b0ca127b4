using System.CommandLine;
using FashionRecs.Vision.Imaging;

namespace FashionRecs.Cli;

/// <summary>The option of commands that may run the network at another input size than its weights were made for.</summary>
internal static class InputOption
{
    public static Option<string?> Create() => new("--input")
    {
        Description = "Input size, height x width; default the one the weights were made for. A larger one gives finer maps for more time.",
    };

    /// <exception cref="InvalidDataException">The text is no size.</exception>
    public static InputSize? Parse(string? text)
    {
        try
        {
            return text is null ? null : InputSize.Parse(text);
        }
        catch (FormatException exception)
        {
            throw new InvalidDataException($"--input: {exception.Message}", exception);
        }
    }
}
