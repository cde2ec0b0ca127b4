namespace FashionRecs.Cli;

/// <summary>Where <c>--json</c> goes: a file, or the output with "-".</summary>
internal static class JsonTarget
{
    public static async Task WriteAsync(string target, string text, CancellationToken cancellation)
    {
        if (target == "-")
        {
            Console.WriteLine(text);
        }
        else
        {
            await File.WriteAllTextAsync(target, text, cancellation);
        }
    }
}
