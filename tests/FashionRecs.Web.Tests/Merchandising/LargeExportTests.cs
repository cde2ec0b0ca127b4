using System.Net;
using FashionRecs.Application.Accounts;
using FashionRecs.Application.Catalog;
using FashionRecs.Application.Review.Export;
using FashionRecs.Domain.Catalog;
using FashionRecs.Web.Tests.Accounts;
using FashionRecs.Web.Tests.Hosting.Nodes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Web.Tests.Merchandising;

/// <summary>An export that is written behind the page.</summary>
public sealed class LargeExportTests : IDisposable
{
    private readonly LargeShop shop = new();

    public void Dispose() => shop.Dispose();

    [Fact]
    public async Task Export_MoreProductsThanAreSentAtOnce_IsWrittenAndFetchedByWhoAskedAlone()
    {
        foreach (var id in new[] { "a", "b" })
        {
            await shop.Services.GetRequiredService<ICatalogStore>().SaveAsync(
                new Product { Id = id, Name = id, Picture = "ab" + new string('0', 62), PictureWidth = 3, PictureHeight = 4 }, null);
        }

        using var ada = await shop.SignedInAsAsync(Roles.Merchandiser);
        using var grace = await shop.SignedInAsAsync(Roles.Merchandiser);

        var asked = await ada.GetAsync("/merchandising/export/tags?format=csv&rows=product&state=all&column=product");

        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        Assert.StartsWith("/merchandising/export?", asked.Headers.Location!.OriginalString);
        Assert.Contains("products.csv, 2 products", await ada.GetStringAsync(asked.Headers.Location));
        var request = await AskedAsync();
        var shelf = shop.Services.GetRequiredService<ExportShelf>();
        await TwoServers.EventuallyAsync(() => shelf.IsWrittenAsync(request.Id), "The export is written");
        var file = await ada.GetAsync($"/merchandising/export/files/{request.Id}");
        Assert.Equal("products.csv", file.Content.Headers.ContentDisposition?.FileName);
        var lines = (await file.Content.ReadAsStringAsync()).Split("\r\n");
        Assert.Equal(4, lines.Length);
        Assert.StartsWith("product,", lines[0]);
        Assert.Equal(HttpStatusCode.NotFound, (await grace.GetAsync($"/merchandising/export/files/{request.Id}")).StatusCode);
        Assert.Contains($"/merchandising/export/files/{request.Id}", await ada.GetStringAsync("/merchandising/export"));
        Assert.DoesNotContain(request.Id.ToString(), await grace.GetStringAsync("/merchandising/export"));
    }

    private async Task<ExportRequest> AskedAsync()
    {
        var name = Assert.Single(Directory.GetFiles(Path.Combine(shop.Database.Folder, "exports"), "*.json"));
        return (await shop.Services.GetRequiredService<ExportShelf>().TryFindAsync(Guid.Parse(Path.GetFileNameWithoutExtension(name))))!;
    }

    private sealed class LargeShop : EmptyShop
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Exports:Direct", "1");
        }
    }
}
