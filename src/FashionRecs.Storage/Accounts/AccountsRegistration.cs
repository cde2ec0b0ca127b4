using FashionRecs.Application.Accounts;
using FashionRecs.Storage.Database;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Storage.Accounts;

/// <summary>Registers where accounts and roles are kept: in the shop's own database.</summary>
internal static class AccountsRegistration
{
    public static void AddAccountStores(this IServiceCollection services)
    {
        services.AddDbContext<AccountContext>((provider, builder) => provider.GetRequiredService<IDatabaseDialect>()
            .Configure(builder, AccountContext.MigrationsTable));
        services.AddSingleton<IAccountDirectory, AccountDirectory>();
        services.AddSingleton<IAccountSessions, AccountSessions>();
        new IdentityBuilder(typeof(Account), typeof(IdentityRole<Guid>), services).AddEntityFrameworkStores<AccountContext>();
    }
}
