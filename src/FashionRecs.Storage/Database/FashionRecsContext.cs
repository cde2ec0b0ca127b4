using FashionRecs.Storage.ApiKeys;
using FashionRecs.Storage.Catalog;
using FashionRecs.Storage.CatalogImport;
using FashionRecs.Storage.Feeds;
using FashionRecs.Storage.Impressions;
using FashionRecs.Storage.Jobs;
using FashionRecs.Storage.Keys;
using FashionRecs.Storage.Models;
using FashionRecs.Storage.Research;
using FashionRecs.Storage.Review;
using FashionRecs.Storage.Settings;
using FashionRecs.Storage.Shoppers;
using FashionRecs.Storage.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Storage.Database;

/// <summary>The shop's database. Make one per operation from the factory; not safe to share.</summary>
public sealed class FashionRecsContext(DbContextOptions<FashionRecsContext> options) : DbContext(options)
{
    public DbSet<ProductRow> Products => Set<ProductRow>();
    public DbSet<AnnotationRow> Annotations => Set<AnnotationRow>();
    public DbSet<ReviewActRow> ReviewActs => Set<ReviewActRow>();
    public DbSet<GroundTruthTagRow> GroundTruthTags => Set<GroundTruthTagRow>();
    public DbSet<ShopperRow> Shoppers => Set<ShopperRow>();
    public DbSet<EventRow> Events => Set<EventRow>();
    public DbSet<ImpressionRow> Impressions => Set<ImpressionRow>();
    public DbSet<CatalogRevisionRow> CatalogRevision => Set<CatalogRevisionRow>();
    public DbSet<ExperimentRow> Experiments => Set<ExperimentRow>();
    public DbSet<ExposureRow> Exposures => Set<ExposureRow>();
    public DbSet<OutcomeRow> Outcomes => Set<OutcomeRow>();
    public DbSet<ParticipantRow> Participants => Set<ParticipantRow>();
    public DbSet<DeletedUnitsRow> DeletedUnits => Set<DeletedUnitsRow>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<ProductRow>(entity =>
        {
            entity.HasKey(row => row.Id);
            entity.HasIndex(row => row.Revision);
        });
        modelBuilder.Entity<ShopperRow>().HasKey(row => row.Id);
        modelBuilder.Entity<EventRow>(entity =>
        {
            entity.HasKey(row => row.Sequence);
            entity.HasIndex(row => row.Id).IsUnique();
            entity.HasIndex(row => new { row.Shopper, row.Sequence });
        });
        modelBuilder.Entity<ImpressionRow>(entity =>
        {
            entity.HasKey(row => row.Id);
            entity.HasIndex(row => row.Shopper);
        });
        modelBuilder.Entity<CatalogRevisionRow>().HasData(new CatalogRevisionRow { Id = 1, Revision = 0 });
        ProductModel.Apply(modelBuilder);
        ExperimentModel.Apply(modelBuilder);
        ReviewModel.Apply(modelBuilder);
        CatalogImportModel.Apply(modelBuilder);
        WeightsModel.Apply(modelBuilder);
        SettingModel.Apply(modelBuilder);
        ApiKeyModel.Apply(modelBuilder);
        JobModel.Apply(modelBuilder);
        FeedModel.Apply(modelBuilder);
        WebhookModel.Apply(modelBuilder);
        KeyModel.Apply(modelBuilder);
    }
}
