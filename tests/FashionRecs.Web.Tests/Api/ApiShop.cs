using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using FashionRecs.Application.ApiKeys;
using FashionRecs.Application.Catalog;
using FashionRecs.Domain.Attributes;
using FashionRecs.Tests;
using FashionRecs.Web.Api.Keys;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Web.Tests.Api;

/// <summary>A shop of thirty products that differ and six that are alike, with keys.</summary>
public sealed class ApiShop : EmptyShop, IAsyncLifetime
{
    public const int Products = Different + 6;

    /// <summary>From this number on products are alike: a V-neckline and long sleeves.</summary>
    public const int Different = 30;

    /// <summary>A server key that may do everything.</summary>
    public string ServerKey { get; private set; } = "";

    /// <summary>What signs shoppers' numbers.</summary>
    public string Signing { get; private set; } = "";

    /// <summary>Name of the server key.</summary>
    public string ServerId { get; private set; } = "";

    public ApiKeyMaking Keys => Services.GetRequiredService<ApiKeyMaking>();

    public async ValueTask InitializeAsync()
    {
        var vocabulary = AttributeVocabularyFile.Default;
        AttributeValue[][] values = [.. vocabulary.Attributes.Select(attribute => attribute.VisibleValues.ToArray())];
        for (var number = 0; number < Different; number++)
        {
            // One value of three of the attributes each.
            AttributeValue[] shown = [.. values.Index().Where(pair => (pair.Index + number) % 3 == 0)
                .Select(pair => pair.Item[number % pair.Item.Length])];
            await ImportAsync($"p{number}", shown);
        }

        for (var number = Different; number < Products; number++)
        {
            await ImportAsync($"p{number}", vocabulary.TryFind("neckline_design", "V Neckline")!,
                vocabulary.TryFind("sleeve_length", "Long Sleeves")!);
        }

        var made = await Keys.MakeAsync("everything", ApiKeyKind.Server, [.. ApiScopes.All.Select(scope => scope.Scope)]);
        (ServerKey, Signing, ServerId) = (made.Secret, made.Signing!, made.Id);
    }

    public Task ImportAsync(string id, params AttributeValue[] shown) => Services.GetRequiredService<ProductImport>().ImportAsync(
        new ProductFacts(id, $"Product {id}", "Dress", "Garment Full body", "Ladieswear", "Black", "Solid", 9.99m, "A dress."),
        System.Text.Encoding.UTF8.GetBytes($"picture of {id}"), new FakeProjector(shown));

    /// <summary>A client with a key; the server's where none is named.</summary>
    public HttpClient Api(string? key = null, string? signed = null)
    {
        var client = CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key ?? ServerKey);
        if (signed is not null)
        {
            client.DefaultRequestHeaders.Add("X-Shopper", signed);
        }

        return client;
    }

    /// <summary>A publishable key with what a shopper may.</summary>
    public async Task<string> PublishableAsync() =>
        (await Keys.MakeAsync("browser", ApiKeyKind.Publishable, ApiScopes.OfShoppers, serverKey: ServerId)).Secret;

    /// <summary>A shopper's number, signed by the server for an hour.</summary>
    public string Sign(string shopper) => ApiKeySecrets.Sign(Signing, shopper, TimeProvider.System.GetUtcNow().AddHours(1));

    /// <summary>Lets a shopper like products.</summary>
    public async Task LikesAsync(string shopper, params IEnumerable<string> products)
    {
        var answer = await Api().PostAsJsonAsync("/api/v1/events/batch", new
        {
            events = products.Select(product => new { id = Guid.NewGuid(), shopper, kind = "like", product }),
        });
        Assert.Equal(0, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("refused").GetArrayLength());
    }
}

/// <summary>Reads answers of the API.</summary>
internal static class ApiAnswers
{
    public static async Task<JsonElement> ReadAsync(this Task<HttpResponseMessage> asked)
    {
        var answer = await asked;
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode} {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    /// <summary>Checks that a request was done that is answered with nothing.</summary>
    public static async Task ReadOrNothingAsync(this Task<HttpResponseMessage> asked)
    {
        var answer = await asked;
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }

    /// <summary>Checks that an answer is problem details of a status, and returns its sentence.</summary>
    public static async Task<string> RefusedAsync(this Task<HttpResponseMessage> asked, int status)
    {
        var answer = await asked;
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True((int)answer.StatusCode == status, $"{(int)answer.StatusCode} {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = JsonDocument.Parse(text).RootElement;
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
        return problem.GetProperty("detail").GetString()!;
    }
}
