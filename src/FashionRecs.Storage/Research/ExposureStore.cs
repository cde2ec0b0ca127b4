using FashionRecs.Application.Research;
using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Experiments.Logging;
using FashionRecs.Storage.Database;
using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Storage.Research;

/// <inheritdoc/>
internal sealed class ExposureStore(ShopDatabase database, GroupCommit writes) : IExposureStore
{
    private static readonly string[] Answers =
        [.. Enum.GetValues<OutcomeKind>().Where(kind => kind.IsAnswer() || kind == OutcomeKind.Declined).Select(kind => kind.Word())];

    /// <inheritdoc/>
    public Task<bool> LogAsync(Exposure exposure)
    {
        // As precise as the outcomes, so that what is done in the same moment does not seem to come before it.
        var document =
            ExperimentDocuments.Write(exposure with { At = DateTimeOffset.FromUnixTimeMilliseconds(exposure.At.ToUnixTimeMilliseconds()) });
        return writes.RunAsync(exposure.Id, async context => await context.Database.ExecuteSqlAsync(
            $"""
             INSERT INTO "Exposures" ("Id", "Experiment", "Unit", "Document")
             VALUES ({exposure.Id}, {exposure.Experiment}, {exposure.Unit}, {document})
             ON CONFLICT ("Id") DO NOTHING
             """) == 1);
    }

    /// <inheritdoc/>
    public Task<bool> LogAsync(Outcome outcome, int most = int.MaxValue)
    {
        if (!double.IsFinite(outcome.Value))
        {
            throw new InvalidOperationException(
                $"The outcome {outcome.Id} has the value {outcome.Value}, which is not a number that can be counted.");
        }

        var (view, question) = (outcome.View?.Code, outcome.Question?.Word());
        // One statement, so that a shopper deleted at this moment leaves no outcome behind.
        return writes.RunAsync(outcome.ExposureId, async context => await context.Database.ExecuteSqlAsync(
            $"""
             INSERT INTO "Outcomes" ("Id", "ExposureId", "Kind", "AtMilliseconds", "Value", "Product", "Reason", "Part",
                                     "View", "AvailableReason", "Question", "Ranking")
             SELECT {outcome.Id}, "Id", {outcome.Kind.Word()}, {outcome.At.ToUnixTimeMilliseconds()}, {outcome.Value},
                    {outcome.Product}, {outcome.Reason}, {outcome.Part}, {view}, {outcome.AvailableReason}, {question}, {outcome.Ranking}
             FROM "Exposures" WHERE "Id" = {outcome.ExposureId} AND {most} > (
                 SELECT COUNT(*) FROM "Outcomes" WHERE "ExposureId" = {outcome.ExposureId} AND "Kind" = {outcome.Kind.Word()}
                     AND COALESCE("Product", '') = {outcome.Product ?? ""})
             ON CONFLICT ("Id") DO NOTHING
             """) == 1);
    }

    /// <inheritdoc/>
    public Task<(IReadOnlyList<Exposure> Exposures, IReadOnlyList<Outcome> Outcomes)> ReadAsync(string experiment,
        CancellationToken cancellation = default) =>
        database.RunAsync<(IReadOnlyList<Exposure>, IReadOnlyList<Outcome>)>(async context =>
        {
            var exposures = await context.Exposures.AsNoTracking().Where(row => row.Experiment == experiment)
                .OrderBy(row => row.Sequence).Select(row => row.Document).ToListAsync(cancellation);
            var outcomes = await context.Outcomes.AsNoTracking()
                .Where(row => context.Exposures.Any(exposure => exposure.Id == row.ExposureId && exposure.Experiment == experiment))
                .OrderBy(row => row.Sequence).ToListAsync(cancellation);
            return ([.. exposures.Select(ExperimentDocuments.Read<Exposure>)], [.. outcomes.Select(TryRead).OfType<Outcome>()]);
        }, cancellation);

    /// <inheritdoc/>
    public Task<(long Revision, int Exposures, long LastOutcome)?> StampAsync(string experiment,
        CancellationToken cancellation = default) =>
        database.RunAsync<(long, int, long)?>(async context =>
        {
            var revision = await context.Experiments.Where(row => row.Key == experiment).Select(row => (long?)row.Revision)
                .SingleOrDefaultAsync(cancellation);
            return revision is null ? null : (
                revision.Value, await context.Exposures.CountAsync(row => row.Experiment == experiment, cancellation),
                await context.Outcomes.MaxAsync(row => (long?)row.Sequence, cancellation) ?? 0);
        }, cancellation);

    /// <inheritdoc/>
    public Task<bool> IsLoggedAsync(string exposureId, CancellationToken cancellation = default) =>
        database.RunAsync(context => context.Exposures.AnyAsync(row => row.Id == exposureId, cancellation), cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<(OutcomeKind Kind, string? Product)>> AnswersAsync(string exposureId,
        CancellationToken cancellation = default) =>
        database.RunAsync<IReadOnlyList<(OutcomeKind, string?)>>(async context =>
        {
            var rows = await context.Outcomes.AsNoTracking().Where(row => row.ExposureId == exposureId && Answers.Contains(row.Kind))
                .Select(row => new { row.Kind, row.Question, row.Product }).ToListAsync(cancellation);
            return [.. rows.Select(row => (Kind: OutcomeKinds.TryRead(row.Question ?? row.Kind), row.Product))
                .Where(row => row.Kind is not null)
                .Select(row => (row.Kind!.Value, row.Product))];
        }, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Exposure>> OfUnitAsync(string unit, CancellationToken cancellation = default) =>
        database.RunAsync<IReadOnlyList<Exposure>>(async context =>
        {
            var rows = await context.Exposures.AsNoTracking().Where(row => row.Unit == unit).OrderBy(row => row.Sequence)
                .Select(row => row.Document).ToListAsync(cancellation);
            return [.. rows.Select(ExperimentDocuments.Read<Exposure>)];
        }, cancellation);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<(Exposure Exposure, IReadOnlyList<Outcome> Outcomes)>> OfUnitWithOutcomesAsync(string unit,
        CancellationToken cancellation = default)
    {
        var exposures = await OfUnitAsync(unit, cancellation);
        var ids = exposures.Select(exposure => exposure.Id).ToArray();
        var outcomes = await database.RunAsync(
            context => context.Outcomes.AsNoTracking().Where(row => ids.Contains(row.ExposureId)).OrderBy(row => row.Sequence)
                .ToListAsync(cancellation), cancellation);
        return [.. exposures.Select(exposure =>
            (exposure,
            (IReadOnlyList<Outcome>)[.. outcomes.Where(row => row.ExposureId == exposure.Id).Select(TryRead).OfType<Outcome>()]))];
    }

    /// <summary>The outcome of a row; null where its word means no kind (any more).</summary>
    private static Outcome? TryRead(OutcomeRow row) => OutcomeKinds.TryRead(row.Kind) is { } kind
        ? new(row.Id, row.ExposureId, kind, DateTimeOffset.FromUnixTimeMilliseconds(row.AtMilliseconds), row.Value, row.Product, row.Reason,
            row.Part)
        {
            View = ExplanationViews.TryFind(row.View),
            AvailableReason = row.AvailableReason,
            Ranking = row.Ranking,
            Question = row.Question is null ? null : OutcomeKinds.TryRead(row.Question),
        }
        : null;

    /// <inheritdoc/>
    public Task<IReadOnlyList<DeletedUnits>> DeletedAsync(string experiment, CancellationToken cancellation = default) =>
        database.RunAsync<IReadOnlyList<DeletedUnits>>(async context => await context.DeletedUnits.AsNoTracking()
            .Where(row => row.Experiment == experiment)
            .OrderBy(row => row.Phase).ThenBy(row => row.Arm).Select(row => new DeletedUnits(row.Phase, row.Arm, row.Count))
                .ToListAsync(cancellation), cancellation);

    /// <summary>
    /// Gives the log of an anonymous unit to the account it signed in to. A person who saw two arms by it has two exposures from then on,
    /// which the analysis notices. Of two exposures to one arm the earlier stays, so that none of what was done since comes before it.
    /// </summary>
    internal static async Task MergeAsync(FashionRecsContext context, string from, string into, CancellationToken cancellation)
    {
        foreach (var row in await context.Exposures.Where(row => row.Unit == from).ToListAsync(cancellation))
        {
            var moved = ExperimentDocuments.Read<Exposure>(row.Document) with { Unit = into };
            await context.Outcomes.Where(outcome => outcome.ExposureId == row.Id)
                .ExecuteUpdateAsync(update => update.SetProperty(outcome => outcome.ExposureId, moved.Id), cancellation);
            await context.Exposures.Where(exposure => exposure.Sequence == row.Sequence).ExecuteDeleteAsync(cancellation);
            var known = await context.Exposures.Where(exposure => exposure.Id == moved.Id).Select(exposure => exposure.Document)
                .SingleOrDefaultAsync(cancellation);
            if (known is not null && ExperimentDocuments.Read<Exposure>(known).At > moved.At)
            {
                await context.Exposures.Where(exposure => exposure.Id == moved.Id).ExecuteDeleteAsync(cancellation);
            }

            await context.Database.ExecuteSqlAsync(
                $"""
                 INSERT INTO "Exposures" ("Id", "Experiment", "Unit", "Document")
                 VALUES ({moved.Id}, {moved.Experiment}, {into}, {ExperimentDocuments.Write(moved)})
                 ON CONFLICT ("Id") DO NOTHING
                 """, cancellation);
        }
    }

    /// <summary>
    /// Removes everything of a unit but the count of its arm's losses; part of deleting a shopper. Returns how many rows there were.
    /// </summary>
    internal static async Task<int> ForgetAsync(FashionRecsContext context, string unit, CancellationToken cancellation)
    {
        var outcomes = await context.Outcomes
            .Where(row => context.Exposures.Any(exposure => exposure.Id == row.ExposureId && exposure.Unit == unit))
            .ExecuteDeleteAsync(cancellation);
        foreach (var document in await context.Exposures.Where(row => row.Unit == unit).Select(row => row.Document)
            .ToListAsync(cancellation))
        {
            var seen = ExperimentDocuments.Read<Exposure>(document);
            await context.Database.ExecuteSqlAsync(
                $"""
                 INSERT INTO "DeletedUnits" ("Experiment", "Phase", "Arm", "Count") VALUES ({seen.Experiment}, {seen.Phase}, {seen.Arm}, 1)
                 ON CONFLICT ("Experiment", "Phase", "Arm") DO UPDATE SET "Count" = "DeletedUnits"."Count" + 1
                 """, cancellation);
        }

        return outcomes + await context.Exposures.Where(row => row.Unit == unit).ExecuteDeleteAsync(cancellation);
    }
}
