using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace FashionRecs.Web.Accounts;

/// <summary>Registers signing up, in and out, and what roles may see.</summary>
public static class AccountPages
{
    /// <summary>How long a role that was given or taken may go unnoticed by somebody who is signed in.</summary>
    private static readonly TimeSpan RoleDelay = TimeSpan.FromSeconds(30);

    public static IServiceCollection AddAccountPages(this IServiceCollection services)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies(cookies => cookies.ApplicationCookie!.Configure(options =>
        {
            options.Cookie.Name = "fashionrecs-account";
            options.LoginPath = "/account/sign-in";
            options.ReturnUrlParameter = "returnTo";
            options.ExpireTimeSpan = TimeSpan.FromDays(30);
            // Somebody without the role gets a page that says so at the address they asked for, not a redirect.
            options.Events.OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
        }));
        new IdentityBuilder(typeof(Account), typeof(IdentityRole<Guid>), services).AddSignInManager();
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = RoleDelay);
        services.AddAuthorization();
        services.AddCascadingAuthenticationState();
        services.AddSingleton<HistoryMerge>();
        services.AddDataProtection().SetApplicationName("FashionRecs");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, CookieKeys>();
        return services;
    }

    public static void MapAccountPages(this IEndpointRouteBuilder routes)
    {
        routes.MapSignOut();
        routes.MapOwnData();
    }
}
