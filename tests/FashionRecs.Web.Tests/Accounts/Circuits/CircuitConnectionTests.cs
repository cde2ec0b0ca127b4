using System.Net;

namespace FashionRecs.Web.Tests.Accounts.Circuits;

public class CircuitConnectionTests(EmptyShop shop) : IClassFixture<EmptyShop>
{
    [Theory]
    [InlineData("http://evil.example")]
    [InlineData("http://localhost.evil.example")]
    [InlineData("https://localhost")]
    [InlineData("null")]
    public async Task Negotiate_FromAnotherSite_IsRefused(string origin) =>
        Assert.Equal(HttpStatusCode.Forbidden, (await NegotiateAsync(origin)).StatusCode);

    [Theory]
    [InlineData("http://localhost")]
    [InlineData(null)]
    public async Task Negotiate_FromTheShopItself_IsAccepted(string? origin) =>
        Assert.Equal(HttpStatusCode.OK, (await NegotiateAsync(origin)).StatusCode);

    private Task<HttpResponseMessage> NegotiateAsync(string? origin)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1");
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        return shop.CreateClient().SendAsync(request);
    }
}
