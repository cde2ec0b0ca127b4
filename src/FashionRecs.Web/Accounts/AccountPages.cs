using FashionRecs.Application.Settings;
using FashionRecs.Web.Accounts.Circuits;
using FashionRecs.Web.Accounts.Mail;
using FashionRecs.Web.Accounts.Security;
using FashionRecs.Web.Accounts.Sessions;
using FashionRecs.Web.Accounts.SignIn;
using FashionRecs.Web.Accounts.SignUp;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace FashionRecs.Web.Accounts;

/// <summary>Registers signing up, in and out, and what roles may see.</summary>
public static class AccountPages
{
    public static IServiceCollection AddAccountPages(this IServiceCollection services)
    {
        services.AddSettings<AccountOptions>("Accounts");
        services.AddSingleton(provider => new StaffRules(provider.GetRequiredService<AccountOptions>().StaffNeedSecondStep));
        services.AddHttpContextAccessor();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies(cookies =>
        {
            cookies.ApplicationCookie!.Configure<AccountOptions>(Configure);
            cookies.TwoFactorUserIdCookie!.Configure(cookie => cookie.CookieManager = new HostCookies());
        });
        new IdentityBuilder(typeof(Account), typeof(IdentityRole<Guid>), services).AddSignInManager<AccountSignIn>()
            .AddDefaultTokenProviders();
        services.AddScoped<ISecurityStampValidator, SessionValidator>();
        services.AddMail();
        services.AddSingleton<AccountLinks>();
        services.AddSingleton<AccountLetters>();
        services.AddSingleton<SignInTries>();
        services.AddScoped<PasswordSignIn>();
        services.AddScoped<AccountMaking>();
        services.AddScoped<OwnAccount>();
        services.AddSingleton<SessionCheck>();
        services.AddScoped<CircuitUsers>();
        services.AddScoped<AuthenticationStateProvider>(provider => provider.GetRequiredService<CircuitUsers>());
        services.AddScoped<CircuitHandler, CircuitRights>();
        services.AddSingleton<OpenConnections>();
        services.AddAuthorization();
        services.AddCascadingAuthenticationState();
        services.AddSingleton<HistoryMerge>();
        services.AddDataProtection().SetApplicationName("FashionRecs");
        services.AddSingleton<StoredKeys>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, CookieKeys>();
        return services;
    }

    public static void MapAccountPages(this IEndpointRouteBuilder routes)
    {
        routes.MapSignOut();
        routes.MapOwnData();
        routes.MapPasskeys();
    }

    private static void Configure(CookieAuthenticationOptions cookie, AccountOptions options)
    {
        cookie.Cookie.Name = "fashionrecs-account";
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.CookieManager = new HostCookies();
        cookie.LoginPath = "/account/sign-in";
        cookie.ReturnUrlParameter = "returnTo";
        cookie.ExpireTimeSpan = TimeSpan.FromDays(options.SessionDays);
        // Without the host that the client named, which a cache in between might keep for others.
        cookie.Events.OnRedirectToLogin = context =>
        {
            var asked = context.Request.Path.Value + context.Request.QueryString.Value;
            context.Response.Redirect($"{cookie.LoginPath}?returnTo={Uri.EscapeDataString(asked)}");
            return Task.CompletedTask;
        };
        // Somebody without the role gets a page that says so at the address they asked for, not a redirect.
        cookie.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }
}
