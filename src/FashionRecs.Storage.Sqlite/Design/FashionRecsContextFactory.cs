using FashionRecs.Storage.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace FashionRecs.Storage.Sqlite.Design;

/// <summary>Lets <c>dotnet ef migrations add</c> make a context; never used at run time.</summary>
internal sealed class FashionRecsContextFactory : IDesignTimeDbContextFactory<FashionRecsContext>
{
    public FashionRecsContext CreateDbContext(string[] args)
    {
        var builder = new DbContextOptionsBuilder<FashionRecsContext>();
        new SqliteDialect(new SqliteOptions { DatabasePath = "design.db" }, TimeProvider.System).Configure(builder);
        return new FashionRecsContext(builder.Options);
    }
}
