using System.Text.Json;

namespace FashionRecs.Domain.Files;

/// <summary>Reads files of JSON that people write, and says in one sentence what is wrong with one.</summary>
internal static class JsonFile
{
    /// <summary>The text of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="what">What it holds, for the message, for example "The vocabulary".</param>
    /// <exception cref="InvalidDataException">It cannot be read.</exception>
    public static string Text(string path, string what)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"{what} '{path}' cannot be read: {exception.Message}", exception);
        }
    }

    /// <summary>What a text of JSON says.</summary>
    /// <param name="json">The text.</param>
    /// <param name="options">How it is written.</param>
    /// <param name="broken">The error for a reason.</param>
    /// <exception cref="InvalidDataException">It is no such JSON.</exception>
    public static T Parse<T>(string json, JsonSerializerOptions options, Func<string, InvalidDataException> broken)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, options) ?? throw broken("it is empty");
        }
        catch (JsonException exception)
        {
            throw broken($"line {exception.LineNumber + 1}: {exception.Message}");
        }
        catch (ArgumentException)
        {
            throw broken("half a character stands in it"); // One of a pair of surrogates, without the other.
        }
    }
}
