using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using FashionRecs.Application.Accounts;
using FashionRecs.Application.Catalog;
using FashionRecs.Application.CatalogImport;
using FashionRecs.Application.Review;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Projection;
using FashionRecs.Domain.Reviews.Annotations;
using FashionRecs.Tests;
using FashionRecs.Web.Tests.Accounts;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Web.Tests.Merchandising;

public class MerchandisingEndpointTests(EmptyShop shop) : IClassFixture<EmptyShop>
{
    [Theory]
    [InlineData("/merchandising")]
    [InlineData("/merchandising/review")]
    [InlineData("/merchandising/export/tags?format=csv")]
    public async Task Get_WithoutTheRole_IsRefused(string path)
    {
        var stranger = await shop.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }).GetAsync(path);
        Assert.Equal(HttpStatusCode.Redirect, stranger.StatusCode);

        var researcher = await (await shop.SignedInAsAsync(Roles.Researcher)).GetAsync(path);
        Assert.Equal(HttpStatusCode.Forbidden, researcher.StatusCode);
    }

    [Theory]
    [InlineData("/merchandising/intake", "/merchandising/import")]
    [InlineData("/merchandising/intake/0f8fad5b-d9cb-469f-a165-70867728950e/refused.csv",
        "/merchandising/import/0f8fad5b-d9cb-469f-a165-70867728950e/refused.csv")]
    [InlineData("/merchandising/opinions?attribute=neckline_design", "/merchandising/annotations?attribute=neckline_design")]
    [InlineData("/merchandising/opinions/z%C3%B8D%2B%1A", "/merchandising/annotations/z%C3%B8D%2B%1A")]
    [InlineData("/merchandising/intake/%EF%AC%83?name=%C3%A2", "/merchandising/import/%EF%AC%83?name=%C3%A2")]
    [InlineData("/merchandising/intake/%2500", "/merchandising/import/%2500")]
    [InlineData("/merchandising/intake/%250D%250Aa", "/merchandising/import/%250D%250Aa")]
    public async Task Get_AddressOfBefore_RedirectsForGood(string before, string after)
    {
        var client = await shop.SignedInAsAsync(Roles.Merchandiser);

        var answer = await client.GetAsync(before);

        Assert.Equal((HttpStatusCode.MovedPermanently, after), (answer.StatusCode, answer.Headers.Location?.OriginalString));
    }

    [Fact]
    public async Task Put_FilesOfAnImport_AreTakenUntilItIsRead()
    {
        var client = await shop.SignedInAsAsync(Roles.Merchandiser);
        client.DefaultRequestHeaders.Add("X-Requested-With", "fashionrecs");
        var begun = await client.PostAsync("/merchandising/import/begin?name=test", null);
        var id = (await begun.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();

        Assert.Equal(HttpStatusCode.NoContent,
            (await client.PutAsync($"/merchandising/import/{id}/file?name=..%2F..%2Fescape.jpg", new ByteArrayContent([1]))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest,
            (await client.PutAsync($"/merchandising/import/{id}/file?name={new string('x', 300)}", new ByteArrayContent([1]))).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await client.PostAsync($"/merchandising/import/{id}/read", null)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict,
            (await client.PutAsync($"/merchandising/import/{id}/file?name=late.jpg", new ByteArrayContent([1]))).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict,
            (await client.PutAsync($"/merchandising/import/{Guid.NewGuid()}/file?name=lost.jpg", new ByteArrayContent([1]))).StatusCode);
    }

    [Fact]
    public async Task Put_TooLargeUnreadOrBadlyNamed_IsListedAmongTheRefused()
    {
        var client = await shop.SignedInAsAsync(Roles.Merchandiser);
        client.DefaultRequestHeaders.Add("X-Requested-With", "fashionrecs");
        var begun = await client.PostAsync("/merchandising/import/begin?name=test", null);
        var id = (await begun.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();

        foreach (var query in new[] { "name=large.jpg&size=26214401", "name=lost.jpg&unread=true", $"name={new string('x', 300)}" })
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await client.PutAsync($"/merchandising/import/{id}/file?{query}", null)).StatusCode);
        }

        Assert.Equal(
            ["large.jpg: The file is larger than 25 MB.", "lost.jpg: The browser could not read or send the file.",
                $"{new string('x', 300)}: A file's name must have 1 to 200 characters."],
            (await shop.Services.GetRequiredService<StagingFolder>().RefusedAsync(id)).Select(file => $"{file.Name}: {file.Refused}"));
    }

    [Fact]
    public async Task Export_ValueOfAnotherAttribute_IsRefusedAndNotEverything()
    {
        var client = await shop.SignedInAsAsync(Roles.Merchandiser);

        var answer =
            await client.GetAsync("/merchandising/export/tags?format=csv&attribute=skirt_length&value=coat_length%3AMidi%20Length");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("not of Skirt length", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString());
    }

    [Fact]
    public async Task Put_FromAnotherSite_IsRefused()
    {
        var client = await shop.SignedInAsAsync(Roles.Merchandiser);

        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync("/merchandising/import/begin?name=x", null)).StatusCode);
    }

    [Fact]
    public async Task Export_ReviewedTag_HasItsMarksInEveryFormat()
    {
        await AddAsync("=evil", "Round Neckline");
        var client = await shop.SignedInAsAsync(Roles.Merchandiser);

        var annotations = await client.GetStringAsync("/merchandising/export/tags?format=fashionai&state=all");
        var table = await client.GetStringAsync(
            "/merchandising/export/tags?format=csv&state=all&attribute=neckline_design&column=product&column=final&column=marks");
        var json = await client.GetStringAsync(
            "/merchandising/export/tags?format=json&state=all&attribute=neckline_design&column=final&column=reviewer");

        Assert.Contains($"pictures/ab/{Picture},neckline_design_labels,nnnnnnnynn\r\n", annotations);
        Assert.Contains("product,final,marks\r\n'=evil,Round Neckline,nnnnnnnynn\r\n", table);
        Assert.Contains("{\"final\":\"Round Neckline\",\"reviewer\":\"ada\"}\n", json);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync("/merchandising/export/tags?format=xls")).StatusCode);
    }

    [Fact]
    public async Task Export_OneRowForEachProduct_HasTheValueInEffectAndWhoseWordItIs()
    {
        await AddAsync("=evil", "Round Neckline");
        var client = await shop.SignedInAsAsync(Roles.Merchandiser);

        var table = await client.GetStringAsync(
            "/merchandising/export/tags?format=csv&rows=product&state=all&attribute=neckline_design&column=product");
        var json = await client.GetStringAsync("/merchandising/export/tags?format=json&rows=product&state=all&column=product");

        Assert.Contains("product,neckline_design,neckline_design_by\r\n'=evil,Round Neckline,people\r\n", table);
        Assert.Contains("\"neckline_design\":\"Round Neckline\",\"neckline_design_by\":\"people\"", json);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync("/merchandising/export/tags?format=csv&rows=page")).StatusCode);
    }

    private static string Picture => "ab" + new string('0', 62);

    private async Task AddAsync(string id, string neckline)
    {
        var value = TestShop.Value("neckline_design", neckline);
        var said = TestShop.Vocabulary.Attributes.Select(attribute =>
            new ProjectedAttribute(attribute, [.. attribute.Values.Select(one => one.IsInvisible ? 0.9f : 0.01f)]));
        await shop.Services.GetRequiredService<ICatalogStore>().SaveAsync(
            new Product { Id = id, Name = "Evil", Picture = Picture, PictureWidth = 3, PictureHeight = 4 },
            new PredictedTags("f", [.. said]));
        await shop.Services.GetRequiredService<IReviewStore>().SubmitAsync(new ReviewAct(
            Guid.NewGuid(), "ada", ReviewActKind.Say, "", [new ReviewChange(id, value.Attribute, TagMarks.Choose(value))]));
    }
}
