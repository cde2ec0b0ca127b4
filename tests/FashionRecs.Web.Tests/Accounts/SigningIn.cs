using System.Net;
using System.Text.RegularExpressions;
using FashionRecs.Application.Accounts;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Web.Tests.Accounts;

/// <summary>Signs a client of the shop in.</summary>
internal static partial class SigningIn
{
    public const string Password = "correct horse battery";

    /// <summary>A client that is signed in as somebody new with the given roles; it does not follow redirects.</summary>
    public static async Task<HttpClient> SignedInAsAsync(this EmptyShop shop, params string[] roles)
    {
        var email = $"{Guid.NewGuid():N}@example.org";
        await shop.Services.GetRequiredService<IAccountDirectory>().CreateAsync(email, Password, roles);
        var client = shop.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        var answer = await client.SignInAsync(email, Password);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return client;
    }

    /// <summary>Fills in the form of signing in.</summary>
    public static Task<HttpResponseMessage> SignInAsync(this HttpClient client, string email, string password,
        string page = "/account/sign-in", string join = "") =>
        client.SendFormAsync(page, "sign-in", fields: [("Form.Email", email), ("Form.Password", password), ("Form.Join", join)]);

    /// <summary>Opens a page and sends one of its forms.</summary>
    public static async Task<HttpResponseMessage> SendFormAsync(this HttpClient client, string page, string form, string? target = null,
        params IEnumerable<(string Name, string Value)> fields)
    {
        var html = await client.GetStringAsync(page);
        var token = Token().Match(html).Groups[1].Value;
        return await client.PostAsync(target ?? page, new FormUrlEncodedContent(
            fields.Select(field => KeyValuePair.Create(field.Name, field.Value))
                .Append(KeyValuePair.Create("_handler", form)).Append(KeyValuePair.Create("__RequestVerificationToken", token))));
    }

    [GeneratedRegex("__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
