using FashionRecs.Application.Accounts;
using FashionRecs.Storage.Sqlite;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Storage.Accounts;

/// <summary>Registers accounts and roles.</summary>
public static class AccountsRegistration
{
    /// <summary>Shortest password. Length is what counts (NIST SP 800-63B), so nothing is asked of its characters.</summary>
    public const int ShortestPassword = 10;

    /// <summary>Adds ASP.NET Core Identity on the shop's own database, without the parts that need HTTP.</summary>
    internal static void AddAccounts(this IServiceCollection services)
    {
        services.AddDbContext<AccountContext>((provider, builder) =>
            ConnectionSettings.Apply(builder, provider.GetRequiredService<StorageOptions>(), AccountContext.MigrationsTable));
        services.AddSingleton<AccountDirectory>();
        services.AddLogging().AddIdentityCore<Account>(options =>
            {
                options.User.RequireUniqueEmail = true;
                // The address is the name; which letters it may have is for mail servers to say.
                options.User.AllowedUserNameCharacters = "";
                options.Password.RequiredLength = ShortestPassword;
                options.Password.RequireDigit = options.Password.RequireLowercase = options.Password.RequireUppercase = options.Password.RequireNonAlphanumeric = false;
            })
            .AddRoles<IdentityRole<Guid>>()
            .AddErrorDescriber<AccountErrors>()
            .AddEntityFrameworkStores<AccountContext>()
            .AddClaimsPrincipalFactory<AccountClaims>();
    }
}
