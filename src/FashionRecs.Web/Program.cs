using FashionRecs.Application;
using FashionRecs.Application.Settings;
using FashionRecs.Storage;
using FashionRecs.Storage.PostgreSql;
using FashionRecs.Storage.S3;
using FashionRecs.Storage.Sqlite;
using FashionRecs.Web.Accounts;
using FashionRecs.Web.Api;
using FashionRecs.Web.Health;
using FashionRecs.Web.Accounts.Circuits;
using FashionRecs.Web.Hosting;
using FashionRecs.Web.Hosting.Jobs;
using FashionRecs.Web.Hosting.Nodes;
using FashionRecs.Web.Layout;
using FashionRecs.Web.Limits;
using FashionRecs.Web.Merchandising;
using FashionRecs.Web.Pictures;
using FashionRecs.Web.Privacy;
using FashionRecs.Web.Research;
using FashionRecs.Web.Shop;

var builder = WebApplication.CreateBuilder(args);
builder.AddHosting();
try
{
    builder.Services.AddApplication()
        .AddStorage(StorageSettings.Read(name => builder.Configuration[name]), new SqliteProvider(), new PostgreSqlProvider())
        .AddS3(name => builder.Configuration[name]);
}
catch (InvalidDataException exception)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return StartupCheck.Unusable;
}

builder.Services.AddSettings<StorageSettings>("Storage").AddSettings<S3Options>("S3");
builder.Services.AddLimits();
builder.Services.AddLayout().AddAccountPages().AddPictures().AddShop().AddMerchandising().AddResearch().AddHealth().AddApi()
    .AddJobService().AddNodes();

var app = builder.Build();
if (await StartupCheck.ValidateAsync(app.Services) is { } why)
{
    app.Logger.LogCritical("{Reason}", why);
    await app.DisposeAsync(); // Writes the log out.
    return StartupCheck.Unusable;
}

app.UseHosting();
app.UseHeadRequests();
app.UseLayout();
app.UseAddressLimits();
app.UseRouting();
app.UseApi();
app.UseAuthentication();
app.UseShop();
app.UseLimits();
app.UseCircuitConnections();
app.UseUnreadableForms();
app.UseAuthorization();
app.UseAntiforgery();
app.MapLayout();
app.MapAccountPages();
app.MapPictures();
app.MapShop();
app.MapMerchandising();
app.MapResearch();
app.MapPrivacy();
app.MapHealth();
app.MapApi();

DeploymentWarnings.Write(app);
await app.RunAsync();
return 0;

/// <summary>The shop's entry point, visible to tests that start it in their own process.</summary>
public partial class Program;
