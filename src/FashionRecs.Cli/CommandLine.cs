using System.CommandLine;
using FashionRecs.Cli.Commands;

namespace FashionRecs.Cli;

/// <summary>The <c>fashionrecs</c> program: one file per command in <c>Commands/</c>, listed here.</summary>
public static class CommandLine
{
    /// <summary>Runs one command; returns its <see cref="ExitCode"/>.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Explained fashion recommendations: projects pictures, trains, imports and evaluates.")
        {
            AccountsCommand.Create(),
            BackupCommand.Create(),
            BeliefsCommand.Create(),
            BenchCommand.Create(),
            DatabaseCommand.Create(),
            DoctorCommand.Create(),
            EvaluateCommand.Create(),
            ExplanationsCommand.Create(),
            ImportCommand.Create(),
            AttributionCommand.Create(),
            FaithfulnessCommand.Create(),
            LengthsCommand.Create(),
            LocalizationCommand.Create(),
            ManipulationCommand.Create(),
            MapsCommand.Create(),
            ProjectCommand.Create(),
            QuantizeCommand.Create(),
            RecommendCommand.Create(),
            RestoreCommand.Create(),
            VerifyCommand.Create(),
            StartWeightsCommand.Create(),
            TrainCommand.Create(),
            DistillCommand.Create(),
            AverageCommand.Create(),
            VocabularyCommand.Create(),
            WorkerCommand.Create(),
            ExperimentsCommand.Create(),
            RegionsCommand.Create(),
            ReviewsCommand.Create(),
            RenderCommand.Create(),
            SeedCatalogCommand.Create(),
            SeedReadingsCommand.Create(),
        };

        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            await parsed.InvokeAsync();
            return ExitCode.Usage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped.");
            return ExitCode.Stopped;
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            // What the user can mend comes as one sentence; a stack trace is for defects of ours.
            await Console.Error.WriteLineAsync(exception.Message);
            return ExitCode.Usage;
        }
    }
}
