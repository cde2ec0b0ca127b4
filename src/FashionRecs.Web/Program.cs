using FashionRecs.Storage;
using FashionRecs.Storage.Database;
using FashionRecs.Storage.Seeding;
using FashionRecs.Storage.Weights;
using FashionRecs.Web.Accounts;
using FashionRecs.Web.Layout;
using FashionRecs.Web.Merchandising;
using FashionRecs.Web.Pictures;
using FashionRecs.Web.Research;
using FashionRecs.Web.Shop;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton(RankingSettings.Read(builder.Configuration));
builder.Services.AddStorage(options => options.DatabasePath = builder.Configuration["Storage:DatabasePath"] ?? options.DatabasePath);
builder.Services.AddLayout().AddAccountPages().AddPictures().AddShop().AddMerchandising().AddResearch();

var app = builder.Build();
app.UseLayout();
app.UseRouting();
app.UseAuthentication();
app.UseShop();
app.UseAuthorization();
app.UseAntiforgery();
app.MapLayout();
app.MapAccountPages();
app.MapPictures();
app.MapShop();
app.MapMerchandising();
app.MapResearch();

await app.Services.GetRequiredService<ShopDatabase>().PrepareAsync();

// The shop's own database starts with the catalog that ships; one that is named elsewhere keeps to its own goods.
if (builder.Configuration["Storage:DatabasePath"] is null)
{
    await app.Services.GetRequiredService<SeedCatalog>().LoadAsync();
    // Words, boxes and heat maps of one product come from the same weights, also after an update of the shop.
    await app.Services.GetRequiredService<WeightsStore>().FollowShippedAsync(app.Services.GetRequiredService<CurrentProjector>().Fingerprint);
}

await app.RunAsync();

/// <summary>The shop's entry point, visible to tests that start it in their own process.</summary>
public partial class Program;
