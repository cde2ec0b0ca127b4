using System.Net;
using System.Net.Http.Json;
using FashionRecs.Application.Accounts;
using FashionRecs.Application.Review;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Reviews.Annotations;
using FashionRecs.Tests;
using FashionRecs.Web.Shop.Shoppers;
using FashionRecs.Web.Tests.Accounts;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Web.Tests.Shop;

/// <summary>Somebody who clicked comes back after the vocabulary of the shop has changed, and so does somebody who reviews.</summary>
public sealed class ChangedVocabularyTests : IDisposable
{
    private static readonly AttributeValue VNeck = TestShop.Value("neckline_design", "V Neckline");
    private static readonly AttributeValue Round = TestShop.Value("neckline_design", "Round Neckline");
    private static readonly AttributeValue Long = TestShop.Value("sleeve_length", "Long Sleeves");

    private readonly string folder = Directory.CreateTempSubdirectory("fashionrecs-words-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Pages_NinthAttributeInTheMiddle_AreDrawnWithWhatWasLearned()
    {
        var cookie = await ShoppedAsync();

        var pages = await PagesAsync(cookie, OtherVocabularies.WithNinthAttribute);

        Assert.Contains("Learned from 4 clicks.", pages["/"]);
        Assert.Contains("V-neckline", pages["/style"]);
        Assert.Contains("Product v", pages["/saved"]);
        Assert.Contains("because of its", WebUtility.HtmlDecode(pages["/"]), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Pages_ValueThatWasLiked_IsGoneAndNobodyMissesIt()
    {
        var cookie = await ShoppedAsync();

        var pages = await PagesAsync(cookie, OtherVocabularies.Without(VNeck));

        // Of four clicks one was about the value that is gone.
        Assert.Contains("Learned from 3 clicks.", pages["/"]);
        Assert.DoesNotContain("V-neckline", pages["/style"]);
        Assert.Contains("Product v", pages["/saved"]);
        Assert.Contains("neckline_design:V Neckline", pages["/account/data"]);
    }

    [Fact]
    public async Task Pages_RenamedPhrase_AreDrawnWithTheNewOne()
    {
        var cookie = await ShoppedAsync();

        var pages = await PagesAsync(cookie, OtherVocabularies.WithPhrase(VNeck, "pointed neckline"));

        Assert.Contains("Learned from 4 clicks.", pages["/"]);
        Assert.Contains("pointed neckline", pages["/style"]);
        Assert.DoesNotContain("V-neckline", pages["/style"]);
    }

    /// <summary>Shops and reviews under the shipped vocabulary; returns the shopper's cookie.</summary>
    private async Task<string> ShoppedAsync()
    {
        using (var filling = new TestShop(folder))
        {
            await filling.AddAsync("v", VNeck, Long);
            await filling.AddAsync("w", VNeck, Long);
            await filling.AddAsync("round", Round, Long);
            await filling.AddAsync("other", Round);
            await filling.Get<IAccountDirectory>().CreateAsync("ada@example.org", SigningIn.Password, Roles.Merchandiser);
            await filling.Get<IReviewStore>()
                .SubmitAsync(
                new ReviewAct(Guid.NewGuid(), "ada@example.org", ReviewActKind.Say, "V",
                [new ReviewChange("w", VNeck.Attribute, TagMarks.Choose(VNeck))]));
        }

        await using var shop = new ReopenedShop(folder, TestShop.Vocabulary);
        var client = shop.CreateClient(new WebApplicationFactoryClientOptions { HandleCookies = false });
        var first = await client.GetAsync("/");
        var cookie = first.Headers.GetValues("Set-Cookie").Single(header => header.StartsWith(ShopperCookie.Name, StringComparison.Ordinal))
            .Split(';')[0];
        client.DefaultRequestHeaders.Add("Cookie", cookie);
        object[] clicks =
        [
            new { id = Guid.NewGuid(), kind = "like", product = "v", position = 0 },
            new { id = Guid.NewGuid(), kind = "bag", product = "round" },
            new { id = Guid.NewGuid(), kind = "more", product = "v", value = VNeck.FullCode() },
            new { id = Guid.NewGuid(), kind = "pin", value = Long.FullCode(), weight = 1.5 },
        ];
        foreach (var click in clicks)
        {
            Assert.Equal(HttpStatusCode.NoContent, (await client.PostAsJsonAsync("/clicks", click)).StatusCode);
        }

        return cookie;
    }

    /// <summary>Every page of the shop for the same visitor, and every page for somebody who reviews, under another vocabulary.</summary>
    private async Task<Dictionary<string, string>> PagesAsync(string cookie, AttributeVocabulary vocabulary)
    {
        await using var shop = new ReopenedShop(folder, vocabulary);
        var client = shop.CreateClient(new WebApplicationFactoryClientOptions { HandleCookies = false });
        client.DefaultRequestHeaders.Add("Cookie", cookie);
        var pages = new Dictionary<string, string>();
        foreach (var page in (string[])["/", "/style", "/catalog", "/product/v", "/product/other", "/saved", "/quiz", "/account/data"])
        {
            pages[page] = await ReadAsync(client, page);
        }

        Assert.Equal(HttpStatusCode.NoContent,
            (await client.PostAsJsonAsync("/clicks", new { id = Guid.NewGuid(), kind = "like", product = "other" })).StatusCode);
        Assert.Contains("Product other", await ReadAsync(client, "/saved"));
        var reviewer = shop.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        Assert.Equal(HttpStatusCode.Redirect, (await reviewer.SignInAsync("ada@example.org", SigningIn.Password)).StatusCode);
        foreach (var page in (string[])["/merchandising", "/merchandising/queue", "/merchandising/review/w", "/merchandising/history/w",
            "/merchandising/bulk", "/merchandising/annotations"])
        {
            await ReadAsync(reviewer, page);
        }

        return pages;
    }

    private static async Task<string> ReadAsync(HttpClient client, string page)
    {
        var answer = await client.GetAsync(page);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{page} answers {answer.StatusCode}.");
        return await answer.Content.ReadAsStringAsync();
    }
}
