using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Storage.CatalogImport;

/// <summary>Tables of products on their way into the shop.</summary>
internal static class IntakeModel
{
    public static void Apply(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<IntakeRow>(entity =>
        {
            entity.ToTable("Intakes");
            entity.HasKey(row => row.Id);
            entity.HasIndex(row => row.State);
        });
        modelBuilder.Entity<IntakeItemRow>(entity =>
        {
            entity.ToTable("IntakeItems");
            entity.HasKey(row => new { row.IntakeId, row.Position });
        });
    }
}
