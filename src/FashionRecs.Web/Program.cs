using FashionRecs.Application;
using FashionRecs.Storage.Sqlite;
using FashionRecs.Web.Accounts;
using FashionRecs.Web.Accounts.Circuits;
using FashionRecs.Web.Layout;
using FashionRecs.Web.Limits;
using FashionRecs.Web.Merchandising;
using FashionRecs.Web.Pictures;
using FashionRecs.Web.Research;
using FashionRecs.Web.Shop;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton(RankingSettings.Read(builder.Configuration));
builder.Services.AddApplication().AddSqliteStorage(options =>
{
    options.DatabasePath = builder.Configuration["Storage:DatabasePath"] ?? options.DatabasePath;
    options.LockTimeoutSeconds = builder.Configuration.GetValue("Storage:LockTimeoutSeconds", options.LockTimeoutSeconds);
});
builder.Services.AddLimits(builder.Configuration);
builder.Services.AddLayout().AddAccountPages(builder.Configuration).AddPictures().AddShop().AddMerchandising().AddResearch();

var app = builder.Build();
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

// The shop's own database starts with the catalog that ships; one that is named elsewhere keeps to its own goods.
if (await StartupCheck.ValidateAsync(app.Services, seeded: builder.Configuration["Storage:DatabasePath"] is null) is { } why)
{
    app.Logger.LogCritical("{Reason}", why);
    await app.DisposeAsync(); // Writes the log out.
    return StartupCheck.Unusable;
}

await app.RunAsync();
return 0;

/// <summary>The shop's entry point, visible to tests that start it in their own process.</summary>
public partial class Program;
