using FashionRecs.Application;
using FashionRecs.Application.Complements;
using FashionRecs.Storage.Sqlite;
using FashionRecs.Web.Accounts;
using FashionRecs.Web.Accounts.Circuits;
using FashionRecs.Web.Hosting;
using FashionRecs.Web.Layout;
using FashionRecs.Web.Limits;
using FashionRecs.Web.Merchandising;
using FashionRecs.Web.Pictures;
using FashionRecs.Web.Privacy;
using FashionRecs.Web.Research;
using FashionRecs.Web.Settings;
using FashionRecs.Web.Shop;

var builder = WebApplication.CreateBuilder(args);
builder.AddHosting();
builder.Services.AddSingleton(RankingSettings.Read(builder.Configuration));
builder.Services.AddSingleton(SettingsReader.Read<CrowdOptions>(builder.Configuration, "Crowd"));
builder.Services.AddApplication().AddSqliteStorage(options =>
{
    options.DatabasePath = builder.Configuration["Storage:DatabasePath"] ?? options.DatabasePath;
    options.LockTimeoutSeconds = builder.Configuration.GetValue("Storage:LockTimeoutSeconds", options.LockTimeoutSeconds);
});
builder.Services.AddLimits(builder.Configuration);
builder.Services.AddLayout().AddAccountPages(builder.Configuration).AddPictures().AddShop().AddMerchandising().AddResearch().AddPrivacy(builder.Configuration);

var app = builder.Build();
app.UseHosting();
app.UseLayout();
app.UseAddressLimits();
app.UseRouting();
app.UseAuthentication();
app.UseShop();
app.UseLimits();
app.UseCircuitConnections();
app.UseAuthorization();
app.UseAntiforgery();
app.MapLayout();
app.MapAccountPages();
app.MapPictures();
app.MapShop();
app.MapMerchandising();
app.MapResearch();
app.MapPrivacy();

// The shop's own database starts with the catalog that ships; one that is named elsewhere keeps to its own goods.
if (await StartupCheck.ValidateAsync(app.Services, seeded: builder.Configuration["Storage:DatabasePath"] is null) is { } why)
{
    app.Logger.LogCritical("{Reason}", why);
    await app.DisposeAsync(); // Writes the log out.
    return StartupCheck.Unusable;
}

DeploymentWarnings.Write(app);
await app.RunAsync();
return 0;

/// <summary>The shop's entry point, visible to tests that start it in their own process.</summary>
public partial class Program;
