using FashionRecs.Application.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Storage.Accounts;

/// <summary>
/// Accounts and their roles: the same file as the shop, but a model and migrations of its own, since the framework decides their shape.
/// </summary>
public sealed class AccountContext(DbContextOptions<AccountContext> options) : IdentityDbContext<Account, IdentityRole<Guid>, Guid>(options)
{
    /// <summary>Table that counts this model's migrations.</summary>
    public const string MigrationsTable = "__AccountMigrationsHistory";

    /// <summary>Where people are signed in.</summary>
    public DbSet<SessionRow> Sessions => Set<SessionRow>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Account>().ToTable("Accounts");
        builder.Entity<IdentityRole<Guid>>().ToTable("Roles").HasData(
            Role("5e0b8f5c-6f0e-4a8e-9d5c-0d6a3c2b7e01", Application.Accounts.Roles.Shopper),
            Role("5e0b8f5c-6f0e-4a8e-9d5c-0d6a3c2b7e02", Application.Accounts.Roles.Merchandiser),
            Role("5e0b8f5c-6f0e-4a8e-9d5c-0d6a3c2b7e03", Application.Accounts.Roles.Researcher),
            Role("5e0b8f5c-6f0e-4a8e-9d5c-0d6a3c2b7e04", Application.Accounts.Roles.Administrator));
        builder.Entity<IdentityUserRole<Guid>>().ToTable("AccountRoles");
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("AccountClaims");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("AccountLogins");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("AccountTokens");
        builder.Entity<IdentityRoleClaim<Guid>>().ToTable("RoleClaims");
        builder.Entity<IdentityUserPasskey<Guid>>().ToTable("AccountPasskeys");
        builder.Entity<SessionRow>(entity =>
        {
            entity.ToTable("AccountSessions");
            entity.HasKey(row => row.Id);
            entity.HasIndex(row => row.Account);
            entity.HasOne<Account>().WithMany().HasForeignKey(row => row.Account).OnDelete(DeleteBehavior.Cascade);
        });
    }

    private static IdentityRole<Guid> Role(string id, string name) =>
        new(name) { Id = Guid.Parse(id), NormalizedName = name.ToUpperInvariant(), ConcurrencyStamp = id };
}
