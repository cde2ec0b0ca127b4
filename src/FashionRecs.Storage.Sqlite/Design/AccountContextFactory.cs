using FashionRecs.Storage.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace FashionRecs.Storage.Sqlite.Design;

/// <summary>Lets <c>dotnet ef migrations add --context AccountContext</c> make a context; never used at run time.</summary>
internal sealed class AccountContextFactory : IDesignTimeDbContextFactory<AccountContext>
{
    public AccountContext CreateDbContext(string[] args)
    {
        var builder = new DbContextOptionsBuilder<AccountContext>();
        new SqliteDialect(new SqliteOptions { DatabasePath = "design.db" }, TimeProvider.System).Configure(builder, AccountContext.MigrationsTable);
        return new AccountContext(builder.Options);
    }
}
