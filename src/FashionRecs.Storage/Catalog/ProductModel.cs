using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Storage.Catalog;

/// <summary>The table of what happened to products.</summary>
internal static class ProductModel
{
    public static void Apply(ModelBuilder modelBuilder) => modelBuilder.Entity<ProductChangeRow>(entity =>
    {
        entity.ToTable("ProductChanges");
        entity.HasKey(row => row.Sequence);
        entity.HasIndex(row => row.ProductId);
        entity.HasIndex(row => row.Act);
    });
}
