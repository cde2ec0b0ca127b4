using System.Net;
using FashionRecs.Application.Outbound;

namespace FashionRecs.Application.Tests.Outbound;

public class OutboundGateTests
{
    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("100.64.0.1")]
    [InlineData("127.0.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.0.1")]
    [InlineData("198.18.0.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("64:ff9b::a00:1")]
    [InlineData("fc00::1")]
    [InlineData("fe80::1")]
    [InlineData("ff02::1")]
    [InlineData("2002:a00:1::1")]
    [InlineData("2001:db8::1")]
    public void Contains_AddressThatIsNotPublic_IsInside(string address)
    {
        Assert.True(InsideNetwork.Contains(IPAddress.Parse(address)));
    }

    [Theory]
    [InlineData("1.1.1.1")]
    [InlineData("172.32.0.1")]
    [InlineData("100.128.0.1")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("2606:4700:4700::1111")]
    public void Contains_PublicAddress_IsOutside(string address)
    {
        Assert.False(InsideNetwork.Contains(IPAddress.Parse(address)));
    }

    [Theory]
    [InlineData("http://127.0.0.1/feed.csv")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f.1/")]
    [InlineData("http://0177.0.0.1/")]
    [InlineData("http://[::1]:8080/")]
    [InlineData("http://[::ffff:a00:1]/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://inside.example/")]
    [InlineData("http://both.example/")]
    [InlineData("http://nobody.example/")]
    public async Task Check_AddressThatLeadsInside_IsRefused(string address)
    {
        await Assert.ThrowsAsync<InvalidDataException>(() => Gate().CheckAsync(address));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("feed.csv")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://outside.example/")]
    [InlineData("https://ada:secret@outside.example/")]
    [InlineData("https://outside.example/\u0001")]
    [InlineData("gopher://outside.example/")]
    public async Task Check_WhatIsNoAddressToAsk_IsRefused(string? address)
    {
        await Assert.ThrowsAsync<InvalidDataException>(() => Gate().CheckAsync(address));
    }

    [Fact]
    public async Task Check_PublicServer_IsTaken()
    {
        Assert.Equal("https://outside.example/a?b=c", (await Gate().CheckAsync(" https://outside.example/a?b=c ")).AbsoluteUri);
    }

    [Theory]
    [InlineData("http://inside.example:8080/", true)]
    [InlineData("http://inside.example:8081/", false)]
    [InlineData("http://other.example/", false)]
    public void IsNamedInside_ByHostAndPort_LetsThatAloneIn(string address, bool expected)
    {
        Assert.Equal(expected, Gate("inside.example:8080").IsNamedInside(new Uri(address)));
    }

    [Fact]
    public async Task Get_NameWhoseAddressChangesAfterTheLook_IsRefusedWhenItConnects()
    {
        var hosts = new Hosts { Changes = true };
        var gate = new OutboundGate(new OutboundOptions(), hosts);
        using var client = new OutboundClient(gate, new OutboundOptions(), TimeProvider.System);
        var address = await gate.CheckAsync("http://changes.example/");

        var refused = await Assert.ThrowsAsync<InvalidDataException>(() =>
            client.GetAsync(address, Stream.Null, 1000, TimeSpan.FromSeconds(10)));

        Assert.Contains("inside", refused.Message);
    }

    private static OutboundGate Gate(params string[] inside) => new(new OutboundOptions { InsideHosts = inside }, new Hosts());

    private sealed class Hosts : IHostAddresses
    {
        private int asked;

        public bool Changes { get; init; }

        public Task<IReadOnlyList<IPAddress>> OfAsync(string host, CancellationToken cancellation = default) =>
            Task.FromResult<IReadOnlyList<IPAddress>>(host switch
            {
                "changes.example" => [asked++ == 0 ? IPAddress.Parse("1.1.1.1") : IPAddress.Loopback],
                "outside.example" => [IPAddress.Parse("1.1.1.1")],
                "inside.example" => [IPAddress.Parse("10.0.0.7")],
                "both.example" => [IPAddress.Parse("1.1.1.1"), IPAddress.Parse("192.168.1.1")],
                _ => [],
            });
    }
}
