using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Storage.Research;

/// <summary>Tables of experiments, exposures and outcomes.</summary>
internal static class ExperimentModel
{
    public static void Apply(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<ExperimentRow>(entity =>
        {
            entity.ToTable("Experiments");
            entity.HasKey(row => row.Key);
        });
        modelBuilder.Entity<ExposureRow>(entity =>
        {
            entity.ToTable("Exposures");
            entity.HasKey(row => row.Sequence);
            entity.HasIndex(row => row.Id).IsUnique();
            entity.HasIndex(row => row.Experiment);
            entity.HasIndex(row => row.Unit);
        });
        modelBuilder.Entity<OutcomeRow>(entity =>
        {
            entity.ToTable("Outcomes");
            entity.HasKey(row => row.Sequence);
            entity.HasIndex(row => row.Id).IsUnique();
            entity.HasIndex(row => row.ExposureId);
        });
        modelBuilder.Entity<ParticipantRow>(entity =>
        {
            entity.ToTable("Participants");
            entity.HasKey(row => new { row.Experiment, row.Number });
            entity.HasIndex(row => row.Unit).IsUnique();
            entity.HasIndex(row => new { row.Experiment, row.Place }).IsUnique();
        });
        modelBuilder.Entity<DeletedUnitsRow>(entity =>
        {
            entity.ToTable("DeletedUnits");
            entity.HasKey(row => new { row.Experiment, row.Phase, row.Arm });
        });
    }
}
