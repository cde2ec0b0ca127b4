using FashionRecs.Storage.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace FashionRecs.Storage.PostgreSql.Design;

/// <summary>Lets <c>dotnet ef migrations add --context AccountContext</c> make a context; never used at run time.</summary>
internal sealed class AccountContextFactory : IDesignTimeDbContextFactory<AccountContext>
{
    public AccountContext CreateDbContext(string[] args)
    {
        var builder = new DbContextOptionsBuilder<AccountContext>();
        var options = new PostgreSqlOptions { ConnectionString = "Host=localhost;Database=design", Folder = "." };
        new PostgreSqlDialect(options, TimeProvider.System).Configure(builder, AccountContext.MigrationsTable);
        return new AccountContext(builder.Options);
    }
}
