using System.Data.Common;
using FashionRecs.Application.Research.Lab;
using FashionRecs.Experiments.Lab;
using FashionRecs.Storage.Database;
using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Storage.Research;

/// <inheritdoc/>
internal sealed class ParticipantStore(ShopDatabase database) : IParticipantStore
{
    /// <summary>By the SQL standard; of databases where two write at once.</summary>
    private const string UniqueViolation = "23505";

    /// <inheritdoc/>
    public Task<IReadOnlyList<Participant>> AllAsync(string experiment, CancellationToken cancellation = default) =>
        database.RunAsync<IReadOnlyList<Participant>>(async context =>
        {
            var rows = await context.Participants.AsNoTracking().Where(row => row.Experiment == experiment).OrderBy(row => row.Number)
                .Select(row => row.Document).ToListAsync(cancellation);
            return [.. rows.Select(ExperimentDocuments.Read<Participant>)];
        }, cancellation);

    /// <inheritdoc/>
    public Task<(Participant Participant, long Revision)?> FindAsync(string experiment, int number,
        CancellationToken cancellation = default) =>
        database.RunAsync<(Participant, long)?>(async context => await context.Participants.AsNoTracking()
            .SingleOrDefaultAsync(row => row.Experiment == experiment && row.Number == number, cancellation) is { } row
            ? (ExperimentDocuments.Read<Participant>(row.Document), row.Revision) : null, cancellation);

    /// <inheritdoc/>
    public Task<Participant?> OfUnitAsync(Guid unit, CancellationToken cancellation = default) => database.RunAsync(async context =>
        await context.Participants.AsNoTracking().SingleOrDefaultAsync(row => row.Unit == unit, cancellation) is { } row
            ? ExperimentDocuments.Read<Participant>(row.Document) : null, cancellation);

    /// <inheritdoc/>
    public Task AddAsync(string experiment, int count, CancellationToken cancellation = default) => database.RunAsync(async context =>
    {
        var last = await context.Participants.Where(row => row.Experiment == experiment).MaxAsync(row => (int?)row.Number, cancellation);
        foreach (var number in Enumerable.Range((last ?? 0) + 1, count))
        {
            var participant = new Participant { Number = number, Unit = Guid.NewGuid() };
            context.Participants.Add(new ParticipantRow
            {
                Experiment = experiment, Number = number, Unit = participant.Unit, Revision = 1,
                Document = ExperimentDocuments.Write(participant),
            });
        }

        return await context.SaveChangesAsync(cancellation);
    }, cancellation);

    /// <inheritdoc/>
    public Task<int> NextPlaceAsync(string experiment, CancellationToken cancellation = default) => database.RunAsync(async context =>
        (await context.Participants.Where(row => row.Experiment == experiment).MaxAsync(row => row.Place, cancellation) ?? -1) + 1,
        cancellation);

    /// <inheritdoc/>
    public Task<bool> SaveAsync(string experiment, Participant participant, long revision, CancellationToken cancellation = default) =>
        database.RunAsync(async context =>
        {
            var (document, next, number) = (ExperimentDocuments.Write(participant), revision + 1, participant.Number);
            try
            {
                return await context.Participants
                    .Where(row => row.Experiment == experiment && row.Number == number && row.Revision == revision
                        && (participant.Place == null || !context.Participants.Any(other => other.Experiment == experiment
                            && other.Number != number && other.Place == participant.Place)))
                    .ExecuteUpdateAsync(update => update.SetProperty(row => row.Revision, next).SetProperty(row => row.Document, document)
                        .SetProperty(row => row.Place, participant.Place)
                        .SetProperty(row => row.Unit, participant.Unit == Guid.Empty ? null : participant.Unit), cancellation) == 1;
            }
            catch (DbException exception) when (exception.SqlState == UniqueViolation)
            {
                return false; // Somebody was given the place at the same moment.
            }
        }, cancellation);

    /// <summary>
    /// Removes all that a participant did and said but that they withdrew; part of deleting a shopper. Returns how many there were.
    /// </summary>
    internal static async Task<int> ForgetAsync(FashionRecsContext context, Guid unit, CancellationToken cancellation)
    {
        if (await context.Participants.AsNoTracking().SingleOrDefaultAsync(row => row.Unit == unit, cancellation) is not { } row)
        {
            return 0;
        }

        var kept = ExperimentDocuments.Read<Participant>(row.Document);
        // Of whoever never agreed there is nothing but a number, and that a link was made stays true.
        var document = ExperimentDocuments.Write((ParticipantActions.Withdraw(kept) ?? kept) with { Unit = Guid.Empty });
        return await context.Participants.Where(other => other.Experiment == row.Experiment && other.Number == row.Number)
            .ExecuteUpdateAsync(update => update.SetProperty(other => other.Unit, (Guid?)null)
                .SetProperty(other => other.Revision, other => other.Revision + 1).SetProperty(other => other.Document, document),
                cancellation);
    }

    /// <summary>
    /// Removes what participants said who came to their last step before a time; part of removing what is old. Returns the shoppers that
    /// they were.
    /// </summary>
    internal static async Task<IReadOnlyList<Guid>> ExpireAsync(FashionRecsContext context, DateTimeOffset before,
        CancellationToken cancellation)
    {
        var rows = await context.Participants.AsNoTracking().Where(row => row.Unit != null).ToListAsync(cancellation);
        var units = new List<Guid>();
        foreach (var row in rows)
        {
            var kept = ExperimentDocuments.Read<Participant>(row.Document);
            if (kept.Reached is not [.., var last] || last >= before || ParticipantActions.Expire(kept) is not { } expired)
            {
                continue;
            }

            var document = ExperimentDocuments.Write(expired with { Unit = Guid.Empty });
            if (await context.Participants
                .Where(other => other.Experiment == row.Experiment && other.Number == row.Number && other.Revision == row.Revision)
                .ExecuteUpdateAsync(update => update.SetProperty(other => other.Unit, (Guid?)null)
                    .SetProperty(other => other.Revision, other => other.Revision + 1).SetProperty(other => other.Document, document),
                    cancellation) == 1)
            {
                units.Add(row.Unit!.Value);
            }
        }

        return units;
    }
}
