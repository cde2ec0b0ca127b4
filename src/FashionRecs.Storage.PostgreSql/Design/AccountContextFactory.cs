using FashionRecs.Application.Accounts;
using FashionRecs.Storage.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Storage.PostgreSql.Design;

/// <summary>Lets <c>dotnet ef migrations add --context AccountContext</c> make a context; never used at run time.</summary>
internal sealed class AccountContextFactory : IDesignTimeDbContextFactory<AccountContext>
{
    public AccountContext CreateDbContext(string[] args)
    {
        var builder = new DbContextOptionsBuilder<AccountContext>();
        // The context takes the shape of its tables from these options.
        builder.UseApplicationServiceProvider(new ServiceCollection()
            .Configure<IdentityOptions>(options => options.Stores.SchemaVersion = AccountsRegistration.AccountSchema)
            .BuildServiceProvider());
        var options = new PostgreSqlOptions { ConnectionString = "Host=localhost;Database=design", Folder = "." };
        new PostgreSqlDialect(options, TimeProvider.System).Configure(builder, AccountContext.MigrationsTable);
        return new AccountContext(builder.Options);
    }
}
