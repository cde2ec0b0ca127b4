using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using FashionRecs.EndToEnd.Tests.Browsing;
using Microsoft.Playwright;

namespace FashionRecs.EndToEnd.Tests.Embedding;

public partial class ApiPageTests(Browser browser, HostShop shop) : BrowserTest(browser, shop.Address), IClassFixture<HostShop>
{
    private const string Module = "https://client.example/fashion-recs.js";

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public async Task Reference_Opened_ShowsOperationsAndAsksNobodyElse(bool dark, bool phone)
    {
        var visitor = await VisitAsync(dark, phone);
        var (asked, refused) = (new List<string>(), new List<string>());
        visitor.Page.Request += (_, request) => asked.Add(request.Url);
        visitor.Page.Console += (_, message) => refused.AddRange(message.Text.Contains("Content Security", StringComparison.Ordinal)
            ? [message.Text] : []);

        await visitor.Page.GotoAsync($"{shop.Recommender.Address}/docs/api/v1");
        await Assertions.Expect(visitor.Page.GetByText("Products for a shopper, best first, each with why").First).ToBeAttachedAsync(
            new() { Timeout = 30_000 });

        await visitor.ShowAsync($"api-reference-{(dark ? "dark" : "light")}-{(phone ? "phone" : "desktop")}");
        Assert.All(asked.Where(url => !url.StartsWith("data:", StringComparison.Ordinal)),
            url => Assert.StartsWith(shop.Recommender.Address, url.Replace("blob:", "", StringComparison.Ordinal)));
        Assert.Empty(refused);
    }

    /// <summary>What the documents tell people to type first, sent as it stands to a shop that was only started.</summary>
    [Fact]
    public async Task FirstTenLines_Sent_EndWithAnExplainedRecommendation()
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Path.GetDirectoryName(HostShop.ExamplePath())!, "..", "api.md"));
        var lines = Block().Match(text).Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(10, lines.Length);

        using var api = shop.Api();
        JsonElement last = default;
        foreach (var line in lines)
        {
            var curl = Curl().Match(line);
            Assert.True(curl.Success, line);
            var body = curl.Groups["body"] is { Success: true } group
                ? new StringContent(group.Value, Encoding.UTF8, "application/json") : null;
            using var answer = body is null
                ? await api.GetAsync(curl.Groups["path"].Value) : await api.PostAsync(curl.Groups["path"].Value, body);
            var said = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.IsSuccessStatusCode, $"{line}: {said}");
            last = JsonDocument.Parse(said).RootElement;
        }

        var why = last.GetProperty("why");
        Assert.Matches("because of its .*V-shaped neckline", why.GetProperty("sentence").GetString());
        var marked = why.GetProperty("contributions").EnumerateArray()
            .Single(one => one.GetProperty("code").GetString() == "neckline_design:V-Shaped");
        Assert.NotEqual(JsonValueKind.Null, marked.GetProperty("region").ValueKind);
    }

    /// <summary>
    /// The client for TypeScript, as the build makes and compiles it from the committed description, in a page of the other shop.
    /// </summary>
    [Fact]
    public async Task Client_FromEventsToRecommendations_SaysWhatTheApiSays()
    {
        var visitor = await VisitAsync();
        await visitor.Page.RouteAsync(Module, async route => await route.FulfillAsync(new()
        {
            ContentType = "text/javascript", Body = await File.ReadAllTextAsync(ClientPath()),
            Headers = new Dictionary<string, string> { ["Access-Control-Allow-Origin"] = "*" },
        }));
        await visitor.Page.GotoAsync("/products/none");

        var said = await visitor.Page.EvaluateAsync<JsonElement>(
            """
            async ([module, address, key]) => {
              const { FashionRecsClient, ApiException } = await import(module);
              const shop = new FashionRecsClient(address, {
                fetch: (url, init) => fetch(url, { ...init, headers: { ...init?.headers, Authorization: `Bearer ${key}` } }),
              });
              const page = await shop.products(undefined, 3);
              const events = page.items.map(item => ({ id: crypto.randomUUID(), shopper: "tess", kind: "like", product: item.id }));
              const told = await shop.sendEvents({ events });
              const picks = await shop.recommendations("tess", 5);
              const saved = await shop.putProducts({ products: [{ id: page.items[0].id, name: "Renamed" }, { id: "none", name: "New" }] });
              const missing = await shop.product("none").catch(error => ApiException.isApiException(error) ? error.status : error.message);
              return {
                recorded: told.recorded, picks: picks.products.length, score: picks.products[0].why.score,
                sum: picks.products[0].why.contributions.reduce((sum, part) => sum + part.effect, 0),
                saved: saved.saved, refused: saved.refused[0].index, name: (await shop.product(page.items[0].id)).name, missing,
              };
            }
            """, new object[] { Module, shop.Recommender.Address, shop.Key });

        Assert.Equal((3, 5), (said.GetProperty("recorded").GetInt32(), said.GetProperty("picks").GetInt32()));
        Assert.Equal(said.GetProperty("score").GetDouble(), said.GetProperty("sum").GetDouble(), 6);
        Assert.Equal((1, 1), (said.GetProperty("saved").GetInt32(), said.GetProperty("refused").GetInt32()));
        Assert.Equal(("Renamed", 404), (said.GetProperty("name").GetString(), said.GetProperty("missing").GetInt32()));
    }

    /// <summary>Where the build of the client puts the module, in the configuration of this build.</summary>
    private static string ClientPath([CallerFilePath] string path = "") => Path.Combine(
        Path.GetDirectoryName(path)!, "..", "..", "..", "src", "FashionRecs.Client", "bin",
        new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, new DirectoryInfo(AppContext.BaseDirectory).Name, "typescript",
        "fashion-recs.js");

    [GeneratedRegex("```sh\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("^curl \"\\$SHOP(?<path>[^\"]+)\" -H \"Authorization: Bearer \\$KEY\"( --json '(?<body>[^']+)')?$")]
    private static partial Regex Curl();
}
