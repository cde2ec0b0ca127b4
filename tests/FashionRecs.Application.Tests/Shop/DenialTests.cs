using FashionRecs.Application.Shop.WhyNot;
using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Preferences;
using FashionRecs.Tests;

namespace FashionRecs.Application.Tests.Shop;

public sealed class DenialTests : IDisposable
{
    private static readonly AttributeValue VNeck = TestShop.Value("neckline_design", "V Neckline");
    private static readonly AttributeValue LongSleeves = TestShop.Value("sleeve_length", "Long Sleeves");

    private readonly TestShop shop = new();
    private readonly Guid shopper = Guid.NewGuid();

    public void Dispose() => shop.Dispose();

    [Theory]
    [InlineData("neckline_design:V Neckline")]
    [InlineData("neckline_design:V-Shaped")]
    public async Task Deny_WhatTheShopSays_IsNeitherSaidNorPickedForUntilTakenBack(string denied)
    {
        await FillAsync();
        var before = await shop.Shop.OpenAsync(shopper);
        Assert.Contains(before.Explain("p1")!.Explanation.Reasons, reason => reason.Value == VNeck);
        Assert.Contains("p1", before.Recommend().Select(card => card.Item.Product.Id));

        var denial = await DenyAsync(shopper, "p1", denied);
        var after = await shop.Shop.OpenAsync(shopper);

        Assert.DoesNotContain(after.Explain("p1")!.Explanation.Shares, share => share.Value == VNeck);
        Assert.DoesNotContain("p1", after.Recommend().Select(card => card.Item.Product.Id));
        Assert.DoesNotContain("p1", after.Browse(new() { Values = [VNeck] }).Items.Select(item => item.Product.Id));
        Assert.Contains("p2", after.Recommend().Select(card => card.Item.Product.Id));
        Assert.Equal(before.Shopper.State.Mean.ToArray(), after.Shopper.State.Mean.ToArray());
        await shop.Shop.UndoAsync(shopper, denial);
        Assert.Contains("p1", (await shop.Shop.OpenAsync(shopper)).Recommend().Select(card => card.Item.Product.Id));
    }

    [Fact]
    public async Task Deny_ByOneShopper_ChangesNothingForAnother()
    {
        await FillAsync();
        var other = Guid.NewGuid();
        await shop.Shop.RecordAsync(new ShopperEvent(Guid.NewGuid(), other, PreferenceSignal.Like, "p0"));

        await DenyAsync(shopper, "p1", VNeck.FullCode());

        Assert.Contains((await shop.Shop.OpenAsync(other)).Explain("p1")!.Explanation.Shares, share => share.Value == VNeck);
    }

    [Fact]
    public async Task Denials_OfSeveralShoppers_AreCountedOnceEachAndNotWhenTakenBack()
    {
        await FillAsync();
        await DenyAsync(shopper, "p1", VNeck.FullCode());
        await DenyAsync(shopper, "p1", VNeck.FullCode());
        await DenyAsync(Guid.NewGuid(), "p1", VNeck.FullCode());
        var third = Guid.NewGuid();
        await shop.Shop.UndoAsync(third, await DenyAsync(third, "p1", VNeck.FullCode()));

        var denials = await shop.Get<IShopperStore>().DenialsAsync();

        Assert.Equal(2, Assert.Single(denials["p1"]).Value);
    }

    [Fact]
    public async Task Deny_WithoutProductOrUnknownValue_IsRefused()
    {
        await FillAsync();
        await Assert.ThrowsAsync<InvalidDataException>(() =>
            shop.Shop.RecordAsync(new ShopperEvent(Guid.NewGuid(), shopper, PreferenceSignal.Deny, null, VNeck.FullCode())));
        await Assert.ThrowsAsync<InvalidDataException>(() => DenyAsync(shopper, "p1", "neckline_design:Boat"));
    }

    [Fact]
    public async Task WhyNot_DeniedProduct_SaysSo()
    {
        await FillAsync();
        await DenyAsync(shopper, "p1", VNeck.FullCode());

        Assert.Equal(WhyNotKind.Denied, (await shop.Shop.OpenAsync(shopper)).WhyNot("p1")!.Kind);
    }

    private async Task<Guid> DenyAsync(Guid who, string product, string value)
    {
        var id = Guid.NewGuid();
        await shop.Shop.RecordAsync(new ShopperEvent(id, who, PreferenceSignal.Deny, product, value));
        return id;
    }

    /// <summary>Products with a V-neckline, and one without, for a shopper who likes one of them.</summary>
    private async Task FillAsync()
    {
        for (var number = 0; number < 4; number++)
        {
            await shop.AddAsync($"p{number}", VNeck);
        }

        await shop.AddAsync("sleeves", LongSleeves);
        await shop.Shop.RecordAsync(new ShopperEvent(Guid.NewGuid(), shopper, PreferenceSignal.Like, "p0"));
    }
}
