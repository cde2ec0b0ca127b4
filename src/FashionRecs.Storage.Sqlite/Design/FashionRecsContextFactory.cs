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
        ConnectionSettings.Apply(builder, new StorageOptions { DatabasePath = "design.db" });
        return new FashionRecsContext(builder.Options);
    }
}
