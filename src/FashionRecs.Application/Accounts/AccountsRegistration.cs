using FashionRecs.Application.Accounts.Passwords;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FashionRecs.Application.Accounts;

/// <summary>Registers what an account is.</summary>
public static class AccountsRegistration
{
    /// <summary>Shortest password. Length is what counts (NIST SP 800-63B), so nothing is asked of its characters.</summary>
    public const int ShortestPassword = 10;

    /// <summary>The shape of Identity's tables; the third has passkeys.</summary>
    public static readonly Version AccountSchema = IdentitySchemaVersions.Version3;

    /// <summary>Adds ASP.NET Core Identity without the parts that need HTTP, and without its stores.</summary>
    internal static void AddAccounts(this IServiceCollection services) =>
        services.AddLogging().AddSingleton<AccountChanges>().AddSingleton<SecurityLog>().AddStaffRules()
        .AddIdentityCore<Account>(options =>
        {
            options.Stores.SchemaVersion = AccountSchema;
            options.User.RequireUniqueEmail = true;
            // The address is the name; which letters it may have is for mail servers to say.
            options.User.AllowedUserNameCharacters = "";
            options.Password.RequiredLength = ShortestPassword;
            options.Password.RequireDigit = options.Password.RequireLowercase = options.Password.RequireUppercase =
                options.Password.RequireNonAlphanumeric = false;
        })
        .AddPasswordValidator<PasswordRules>()
        .AddRoles<IdentityRole<Guid>>()
        .AddErrorDescriber<AccountErrors>()
        .AddClaimsPrincipalFactory<AccountClaims>();

    private static IServiceCollection AddStaffRules(this IServiceCollection services)
    {
        services.TryAddSingleton(new StaffRules());
        return services;
    }
}
