using System.CommandLine;
using System.Text.Json;
using FashionRecs.Experiments.Results;

namespace FashionRecs.Cli.Commands;

/// <summary><c>fashionrecs experiments analyze</c>: compares two arms given as sums.</summary>
internal static class ExperimentsAnalyzeCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "The arms' sums as JSON; - reads the standard input." };
        var json = new Option<string?>("--json") { Description =
            "Write the result as JSON to this file; - writes it to the standard output." };
        var command = new Command("analyze", "Compare two arms given as sums.") { file, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var (source, target) = (parsed.GetValue(file)!, parsed.GetValue(json));
            try
            {
                var text = source == "-" ? await Console.In.ReadToEndAsync(cancellation) : await ReadAsync(source, cancellation);
                await WriteAsync(AnalysisRequestFile.Parse(text, source == "-" ? "standard input" : source).Run(), target, cancellation);
            }
            catch (InvalidDataException exception) when (target is not null)
            {
                // Whoever reads the JSON finds there, too, why there are no numbers.
                await WriteAsync(AnalysisResponse.Failed(exception.Message), target, cancellation);
                throw;
            }

            return ExitCode.Success;
        });
        return command;
    }

    private static async Task WriteAsync(AnalysisResponse response, string? target, CancellationToken cancellation)
    {
        if (target is null)
        {
            Console.WriteLine(response.Describe());
        }
        else
        {
            await JsonTarget.WriteAsync(target, JsonSerializer.Serialize(response, AnalysisRequestFile.Options), cancellation);
        }
    }

    private static async Task<string> ReadAsync(string path, CancellationToken cancellation)
    {
        try
        {
            return await File.ReadAllTextAsync(path, cancellation);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"The analysis '{path}' cannot be read: {exception.Message}", exception);
        }
    }
}
