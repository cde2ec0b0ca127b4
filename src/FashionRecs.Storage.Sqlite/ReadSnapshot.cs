using FashionRecs.Storage.Database;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace FashionRecs.Storage.Sqlite;

/// <summary>Several queries that see the database at one moment.</summary>
internal static class ReadSnapshot
{
    /// <summary>Begins one. Unlike a transaction of the framework it takes no lock, so that readers wait for nobody and nobody for them.</summary>
    public static async Task<IDbContextTransaction> ReadAsync(this FashionRecsContext context, CancellationToken cancellation)
    {
        await context.Database.OpenConnectionAsync(cancellation);
        var connection = (SqliteConnection)context.Database.GetDbConnection();
        return (await context.Database.UseTransactionAsync(connection.BeginTransaction(deferred: true), cancellation))!;
    }
}
