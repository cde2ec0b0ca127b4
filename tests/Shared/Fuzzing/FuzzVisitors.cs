using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using FashionRecs.Application.Accounts;
using FashionRecs.Application.ApiKeys;
using FashionRecs.Application.Shop;
using FashionRecs.Web.Api.Keys;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Tests.Fuzzing;

/// <summary>Who sends made-up requests: a stranger, a shopper who is known, staff with every role, and a program with a key.</summary>
/// <param name="services">The shop's.</param>
/// <param name="client">A client of the shop that keeps cookies where it is asked to, and follows no redirects.</param>
internal sealed partial class FuzzVisitors(IServiceProvider services, Func<bool, HttpClient> client)
{
    private const string Password = "correct horse battery";

    /// <summary>Names of forms and words of pages, which the shop does not tell.</summary>
    private static readonly string[] Words =
        ["sign-in", "sign-up", "passkey", "second-step", "two-step", "password", "end", "end-others", "forgotten", "V-neck dress", "Dress"];

    private readonly IReadOnlyList<FuzzEndpoint> endpoints = FuzzEndpoint.Of(services.GetRequiredService<EndpointDataSource>());

    /// <summary>The addresses that are asked.</summary>
    public IReadOnlyList<FuzzEndpoint> Endpoints => endpoints;

    /// <summary>Sends requests of all four at once.</summary>
    /// <param name="run">Counts the answers.</param>
    /// <param name="each">How many each sends.</param>
    /// <param name="seed">What they are made up from.</param>
    public async Task SendAsync(FuzzRun run, int each, int seed)
    {
        string[] known = [.. (await services.GetRequiredService<ShopService>().CatalogAsync()).Items.Take(30)
            .Select(item => item.Product.Id), .. Words];
        var made = await services.GetRequiredService<ApiKeyMaking>()
            .MakeAsync($"fuzz {seed}", ApiKeyKind.Server, [.. ApiScopes.All.Select(scope => scope.Scope)]);
        using var stranger = client(false);
        using var shopper = client(true);
        using var staff = client(true);
        using var program = client(false);
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", made.Secret);
        var apis = endpoints.Where(endpoint => endpoint.Route.StartsWith("/api/", StringComparison.Ordinal)).ToArray();
        await Task.WhenAll(
            run.SendAsync(stranger, new FuzzRequests(endpoints, known, new Random(seed)), each),
            SendFormsAsync(shopper, 1), SendFormsAsync(staff, 2),
            run.SendAsync(program, new FuzzRequests(apis, known, new Random(seed + 3)), each));

        async Task SendFormsAsync(HttpClient from, int number)
        {
            var token = await TokenAsync(from);
            if (number == 2)
            {
                await SignInAsync(from, token, seed);
                token = await TokenAsync(from);
            }

            await run.SendAsync(from, new FuzzRequests(endpoints, known, new Random(seed + number)) { FormToken = token }, each);
        }
    }

    private async Task SignInAsync(HttpClient from, string token, int seed)
    {
        var email = $"fuzz{seed}@example.org";
        await services.GetRequiredService<IAccountDirectory>().CreateAsync(email, Password, [.. Roles.Given]);
        using var form = new FormUrlEncodedContent(
        [
            KeyValuePair.Create("Form.Email", email), KeyValuePair.Create("Form.Password", Password), KeyValuePair.Create("_handler", "sign-in"),
            KeyValuePair.Create("__RequestVerificationToken", token),
        ]);
        using var answer = await from.PostAsync("/account/sign-in", form);
        if (answer.StatusCode != HttpStatusCode.Redirect)
        {
            throw new InvalidOperationException($"Staff could not sign in: {(int)answer.StatusCode}.");
        }
    }

    private static async Task<string> TokenAsync(HttpClient from) =>
        Token().Match(await from.GetStringAsync("/privacy")).Groups[1].Value;

    [GeneratedRegex("__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
