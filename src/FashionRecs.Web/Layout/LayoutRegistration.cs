using FashionRecs.Web.Api;
using MudBlazor;
using MudBlazor.Services;

namespace FashionRecs.Web.Layout;

/// <summary>Registers the pages' frame: components, theme, headers.</summary>
public static class LayoutRegistration
{
    public static IServiceCollection AddLayout(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddMudServices(options =>
        {
            options.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomCenter;
            options.SnackbarConfiguration.MaxDisplayedSnackbars = 2;
            options.SnackbarConfiguration.VisibleStateDuration = 8000;
            options.SnackbarConfiguration.ShowTransitionDuration = 0;
            options.SnackbarConfiguration.HideTransitionDuration = 0;
        });
        services.AddSingleton<ThemeStyles>();
        return services;
    }

    public static void UseLayout(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
        {
            app.UseExceptionHandler("/error", createScopeForErrors: true);
        }

        app.UseSecurityHeaders(embedded: app.Services.GetRequiredService<ApiOptions>() is { Enabled: true, Origins.Count: > 0 });
        // Only for those who look at pages: a script that posts gets the bare answer.
        app.UseWhen(
            context => HttpMethods.IsGet(context.Request.Method) && !ApiRegistration.IsApi(context.Request),
            pages => pages.UseStatusCodePagesWithReExecute("/status/{0}", createScopeForStatusCodePages: true));
    }

    public static void MapLayout(this WebApplication app)
    {
        app.MapStaticAssets();
        ThemeStyles.Map(app);
        app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
    }
}
