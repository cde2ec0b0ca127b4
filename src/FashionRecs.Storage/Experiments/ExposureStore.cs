using FashionRecs.Core.Experiments.Logging;
using FashionRecs.Storage.Database;
using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Storage.Experiments;

/// <summary>The append-only log of exposures and outcomes. Writing a row again, as after a lost connection, changes nothing.</summary>
public sealed class ExposureStore(ShopDatabase database)
{
    /// <summary>Logs an exposure; false where it was logged before.</summary>
    public Task<bool> LogAsync(Exposure exposure, CancellationToken cancellation = default) => database.RunAsync(async context =>
        await context.Database.ExecuteSqlAsync(
            $"INSERT INTO Exposures (Id, Experiment, Unit, Document) VALUES ({exposure.Id}, {exposure.Experiment}, {exposure.Unit}, {ExperimentDocuments.Write(exposure)}) ON CONFLICT (Id) DO NOTHING",
            cancellation) == 1, cancellation);

    /// <summary>Logs an outcome; false where it was logged before, or its exposure is not (or no longer) there.</summary>
    /// <exception cref="InvalidOperationException">The value is not a finite number.</exception>
    public Task<bool> LogAsync(Outcome outcome, CancellationToken cancellation = default)
    {
        if (!double.IsFinite(outcome.Value))
        {
            throw new InvalidOperationException($"The outcome {outcome.Id} has the value {outcome.Value}, which is not a number that can be counted.");
        }

        // One statement, so that a shopper deleted at this moment leaves no outcome behind.
        return database.RunAsync(async context => await context.Database.ExecuteSqlAsync(
            $"""
             INSERT INTO Outcomes (Id, ExposureId, Kind, AtMilliseconds, Value, Product, Reason)
             SELECT {outcome.Id}, Id, {outcome.Kind.ToString()}, {outcome.At.ToUnixTimeMilliseconds()}, {outcome.Value}, {outcome.Product}, {outcome.Reason}
             FROM Exposures WHERE Id = {outcome.ExposureId} ON CONFLICT (Id) DO NOTHING
             """, cancellation) == 1, cancellation);
    }

    /// <summary>All rows of an experiment, in the order of writing.</summary>
    public Task<(IReadOnlyList<Exposure> Exposures, IReadOnlyList<Outcome> Outcomes)> ReadAsync(string experiment, CancellationToken cancellation = default) =>
        database.RunAsync<(IReadOnlyList<Exposure>, IReadOnlyList<Outcome>)>(async context =>
        {
            var exposures = await context.Exposures.AsNoTracking().Where(row => row.Experiment == experiment)
                .OrderBy(row => row.Sequence).Select(row => row.Document).ToListAsync(cancellation);
            var outcomes = await context.Outcomes.AsNoTracking()
                .Where(row => context.Exposures.Any(exposure => exposure.Id == row.ExposureId && exposure.Experiment == experiment))
                .OrderBy(row => row.Sequence).ToListAsync(cancellation);
            return ([.. exposures.Select(ExperimentDocuments.Read<Exposure>)], [.. outcomes.Select(row => new Outcome(
                row.Id, row.ExposureId, Enum.Parse<OutcomeKind>(row.Kind), DateTimeOffset.FromUnixTimeMilliseconds(row.AtMilliseconds), row.Value, row.Product, row.Reason))]);
        }, cancellation);

    /// <summary>Removes everything of a unit; part of deleting a shopper.</summary>
    internal static async Task ForgetAsync(FashionRecsContext context, string unit, CancellationToken cancellation)
    {
        await context.Outcomes.Where(row => context.Exposures.Any(exposure => exposure.Id == row.ExposureId && exposure.Unit == unit)).ExecuteDeleteAsync(cancellation);
        await context.Exposures.Where(row => row.Unit == unit).ExecuteDeleteAsync(cancellation);
    }
}
