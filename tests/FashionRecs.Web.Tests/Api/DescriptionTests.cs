using System.Text.Json;
using System.Text.Json.Nodes;

namespace FashionRecs.Web.Tests.Api;

public class DescriptionTests(ApiShop shop) : IClassFixture<ApiShop>
{
    /// <summary>Set to anything, the committed description is written instead of compared.</summary>
    private const string Update = "FASHIONRECS_UPDATE_DOCS";

    [Fact]
    public async Task Description_IsTheCommittedOne()
    {
        var now = await DescriptionAsync();
        if (Environment.GetEnvironmentVariable(Update) is { Length: > 0 })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(ApiDocument.FilePath())!);
            await File.WriteAllTextAsync(ApiDocument.FilePath(), now);
            return;
        }

        Assert.Equal(await File.ReadAllTextAsync(ApiDocument.FilePath()), now);
    }

    [Fact]
    public async Task Description_BreaksNoProgramWrittenForTheCommittedOne()
    {
        var committed = new ApiDocument(JsonDocument.Parse(await File.ReadAllTextAsync(ApiDocument.FilePath())).RootElement);

        Assert.Empty(committed.BrokenBy(new ApiDocument(JsonDocument.Parse(await DescriptionAsync()).RootElement)));
    }

    [Fact]
    public async Task BrokenBy_WhatIsTakenAwayOrAskedFor_IsNamed()
    {
        var before = await DescriptionAsync();
        var after = JsonNode.Parse(before)!;
        var paths = after["paths"]!.AsObject();
        paths.Remove("/api/v1/jobs");
        paths["/api/v1/recommendations"]!["get"]!["parameters"]!.AsArray().Add(new JsonObject
        {
            ["name"] = "country", ["in"] = "query", ["required"] = true, ["schema"] = new JsonObject { ["type"] = "string" },
        });
        after["components"]!["schemas"]!["ExplainedAnswer"]!["properties"]!.AsObject().Remove("score");
        after["components"]!["schemas"]!["MergeMessage"]!["required"]!.AsArray().Add("why");

        var broken = new ApiDocument(JsonDocument.Parse(before).RootElement)
            .BrokenBy(new ApiDocument(JsonDocument.Parse(after.ToJsonString()).RootElement));

        Assert.Contains("get /api/v1/jobs is gone.", broken);
        Assert.Contains("get /api/v1/recommendations now needs query country.", broken);
        Assert.Contains("get /api/v1/recommendations no longer says products.why.score.", broken);
        Assert.Contains("The body of post /api/v1/shoppers/{shopper}/merge now needs why.", broken);
    }

    [Fact]
    public async Task Description_EveryOperation_HasSummaryDescriptionsAndAnswers()
    {
        var root = JsonDocument.Parse(await DescriptionAsync()).RootElement;
        var document = new ApiDocument(root);

        Assert.StartsWith("3.1", root.GetProperty("openapi").GetString());
        Assert.All(document.Operations(), one =>
        {
            Assert.NotEmpty(one.Operation.GetProperty("summary").GetString()!);
            Assert.True(one.Operation.GetProperty("responses").TryGetProperty("401", out _), one.Path);
            Assert.Contains(one.Operation.GetProperty("responses").EnumerateObject(), response => response.Name.StartsWith('2'));
            Assert.All(document.Parameters(one.Operation),
                parameter => Assert.True(parameter.TryGetProperty("description", out _),
                $"{one.Method} {one.Path}: {parameter.GetProperty("name").GetString()}"));
        });
    }

    private async Task<string> DescriptionAsync()
    {
        var text = await shop.CreateClient().GetStringAsync("/openapi/v1.json");
        return text.ReplaceLineEndings("\n").TrimEnd() + "\n";
    }
}
