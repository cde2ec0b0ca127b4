using FashionRecs.Storage.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace FashionRecs.Storage.PostgreSql.Design;

/// <summary>Lets <c>dotnet ef migrations add --context FashionRecsContext</c> make a context; never used at run time.</summary>
internal sealed class FashionRecsContextFactory : IDesignTimeDbContextFactory<FashionRecsContext>
{
    public FashionRecsContext CreateDbContext(string[] args)
    {
        var builder = new DbContextOptionsBuilder<FashionRecsContext>();
        var options = new PostgreSqlOptions { ConnectionString = "Host=localhost;Database=design", Folder = "." };
        new PostgreSqlDialect(options, TimeProvider.System).Configure(builder);
        return new FashionRecsContext(builder.Options);
    }
}
