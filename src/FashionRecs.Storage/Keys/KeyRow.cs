using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Storage.Keys;

/// <summary>A key of cookies and exposure tokens.</summary>
public sealed class KeyRow
{
    public required string Name { get; set; }

    /// <summary>The key as ASP.NET Core writes it.</summary>
    public required string Xml { get; set; }
}

/// <summary>The table of keys.</summary>
internal static class KeyModel
{
    public static void Apply(ModelBuilder modelBuilder) => modelBuilder.Entity<KeyRow>(entity =>
    {
        entity.ToTable("Keys");
        entity.HasKey(row => row.Name);
    });
}
