using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace FashionRecs.Storage.Database;

/// <summary>
/// What differs between databases; a new database is one implementation and one assembly of migrations. Statements that stores write
/// themselves (<c>INSERT … ON CONFLICT</c>, savepoints) are of the kind that SQLite and PostgreSQL have in common, with every name in
/// quotation marks. Safe to share between threads.
/// </summary>
public interface IDatabaseDialect
{
    /// <summary>What the database is called in messages, for example <c>The database '/var/shop.db'</c>.</summary>
    string Name { get; }

    /// <summary>Sets a context up: the provider, the connection, and the assembly of the migrations.</summary>
    /// <param name="builder">What to set up.</param>
    /// <param name="migrationsTable">Table that counts the migrations of a model; null for the shop's own.</param>
    void Configure(DbContextOptionsBuilder builder, string? migrationsTable = null);

    /// <summary>Prepares the place before the first connection, for example its folder.</summary>
    /// <exception cref="IOException">It cannot be made, or is not there and has to be made by somebody else.</exception>
    Task MakeRoomAsync(CancellationToken cancellation);

    /// <summary>Whether there is anything that migrations could have been applied to.</summary>
    bool Exists { get; }

    /// <summary>Lets go of connections that are kept open to something that is not there any more.</summary>
    void LetGo();

    /// <summary>Removes what a program that was killed while it migrated has left, for which the framework would wait for ever.</summary>
    Task DropLeftLockAsync(DbContext context, CancellationToken cancellation);

    /// <summary>Applies the migrations that are missing; of several programs that do so at once one does, and the others wait.</summary>
    Task MigrateAsync(DbContext context, CancellationToken cancellation);

    /// <summary>Sets what is set once per database, after the migrations.</summary>
    Task OpenedAsync(DbContext context, CancellationToken cancellation);

    /// <summary>
    /// Says in a sentence that people can act on what is wrong: an <see cref="IOException"/> where nothing was lost and trying again may
    /// help, an <see cref="Application.UnusableDatabaseException"/> where the database cannot be used, an
    /// <see cref="InvalidDataException"/> for what can never be stored. Null for everything else.
    /// </summary>
    Exception? Explain(Exception exception);

    /// <summary>
    /// Whether a write that failed spares those beside it in the same transaction: its own fault, such as a broken constraint.
    /// </summary>
    bool IsOwnFault(Exception exception);

    /// <summary>
    /// Whether a transaction was undone whole because another one stood in its way or wrote the same first, so that it may be run again.
    /// </summary>
    bool MayRunAgain(Exception exception);

    /// <summary>Begins a transaction whose queries see the database at one moment and which makes nobody wait.</summary>
    Task<IDbContextTransaction> BeginSnapshotAsync(DbContext context, CancellationToken cancellation);

    /// <summary>Prepares a small question that every page asks, so that it is far cheaper than one through a context.</summary>
    /// <param name="sql">A query of one row or none, with the parameter <c>@key</c> where one is given.</param>
    /// <param name="read">Reads the row.</param>
    IPreparedCommand<T> Prepare<T>(string sql, Func<DbDataReader, T> read);

    /// <summary>
    /// A query of the columns <c>Product</c> and <c>Times</c>: how often each product stands in the lists of <c>Impressions</c>, which are
    /// JSON arrays.
    /// </summary>
    FormattableString ShownCounts { get; }

    /// <summary>
    /// Makes sure that the files hold nothing of what was deleted. No transaction may be open.
    /// </summary>
    /// <param name="context">A context without a transaction.</param>
    /// <param name="tables">Tables from which was deleted; more may be rewritten.</param>
    /// <param name="cancellation">Stops it; what was deleted stays deleted.</param>
    /// <returns>False where another program keeps them busy or the disk is too full; the next deletion does it then.</returns>
    Task<bool> RewriteAsync(DbContext context, IReadOnlyList<string> tables, CancellationToken cancellation);

    /// <summary>
    /// Lets the database number new rows behind those that were written with numbers of their own, within the transaction that wrote them.
    /// </summary>
    Task ContinueNumberingAsync(DbContext context, CancellationToken cancellation);
}
