using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Storage.CatalogImport;

/// <summary>Tables of products on their way into the shop.</summary>
internal static class CatalogImportModel
{
    public static void Apply(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<CatalogImportRow>(entity =>
        {
            entity.ToTable("CatalogImports");
            entity.HasKey(row => row.Id);
            entity.HasIndex(row => row.State);
        });
        modelBuilder.Entity<CatalogImportItemRow>(entity =>
        {
            entity.ToTable("CatalogImportItems");
            entity.HasKey(row => new { row.ImportId, row.Position });
        });
    }
}
