using FashionRecs.Application;
using FashionRecs.Application.Settings;
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
using FashionRecs.Web.Shop;

var builder = WebApplication.CreateBuilder(args);
builder.AddHosting();
builder.Services.AddApplication().AddSqliteStorage(options =>
{
    options.DatabasePath = builder.Configuration["Storage:DatabasePath"] ?? options.DatabasePath;
    options.LockTimeoutSeconds = builder.Configuration.GetValue("Storage:LockTimeoutSeconds", options.LockTimeoutSeconds);
});
builder.Services.AddSettings<SqliteOptions>("Storage");
builder.Services.AddLimits();
builder.Services.AddLayout().AddAccountPages().AddPictures().AddShop().AddMerchandising().AddResearch().AddPrivacy();

var app = builder.Build();
if (await StartupCheck.ValidateAsync(app.Services) is { } why)
{
    app.Logger.LogCritical("{Reason}", why);
    await app.DisposeAsync(); // Writes the log out.
    return StartupCheck.Unusable;
}

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

DeploymentWarnings.Write(app);
await app.RunAsync();
return 0;

/// <summary>The shop's entry point, visible to tests that start it in their own process.</summary>
public partial class Program;
