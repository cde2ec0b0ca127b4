using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Storage.Review;

/// <summary>Tables of annotations, acts and ground-truth tags.</summary>
internal static class ReviewModel
{
    public static void Apply(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<AnnotationRow>(entity =>
        {
            entity.HasKey(row => row.Sequence);
            entity.HasIndex(row => new { row.ProductId, row.Attribute });
            entity.HasIndex(row => row.ActId);
        });
        modelBuilder.Entity<ReviewActRow>(entity =>
        {
            entity.ToTable("ReviewActs");
            entity.HasKey(row => row.Sequence);
            entity.HasIndex(row => row.Id).IsUnique();
            entity.HasIndex(row => new { row.Reviewer, row.Sequence });
        });
        modelBuilder.Entity<GroundTruthTagRow>(entity =>
        {
            entity.ToTable("GroundTruthTags");
            entity.HasKey(row => row.Sequence);
            entity.HasIndex(row => new { row.ProductId, row.Attribute });
        });
        modelBuilder.Entity<EarlierPredictionRow>(entity =>
        {
            entity.ToTable("EarlierPredictions");
            entity.HasKey(row => new { row.ProductId, row.Fingerprint, row.Picture });
        });
        modelBuilder.Entity<RegionCheckRow>(entity =>
        {
            entity.ToTable("RegionChecks");
            entity.HasKey(row => new { row.ProductId, row.Fingerprint });
        });
    }
}
