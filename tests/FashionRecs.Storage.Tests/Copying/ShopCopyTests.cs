using System.Text.Json.Nodes;
using FashionRecs.Application.Accounts;
using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Preferences;
using FashionRecs.Storage.Accounts;
using FashionRecs.Storage.Copying;
using FashionRecs.Storage.Database;
using FashionRecs.Storage.Tests.Upgrade;
using FashionRecs.Tests;
using FashionRecs.Tests.Databases;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Storage.Tests.Copying;

public class ShopCopyTests
{
    [Fact]
    public async Task Run_ToPostgreSqlAndBack_SaysTheSameAsBefore()
    {
        var folder = OldFile.Unpack();
        using var old = new TestShop(folder);
        var account = await old.Get<IAccountDirectory>().CreateAsync("grace@example.org", "correct horse 1", Roles.Administrator);
        var passkey = new IdentityUserPasskey<Guid>
        {
            UserId = account.Id, CredentialId = [3, 1, 2],
            Data = new IdentityPasskeyData
            {
                Name = "phone", PublicKey = [7, 8], AttestationObject = [9], ClientDataJson = [10], SignCount = 4,
                CreatedAt = DateTimeOffset.UnixEpoch.AddTicks(70),
            },
        };
        await using (var scope = old.Get<IServiceScopeFactory>().CreateAsyncScope())
        {
            var accounts = scope.ServiceProvider.GetRequiredService<AccountContext>();
            accounts.Add(passkey);
            await accounts.SaveChangesAsync();
        }

        using var server = new PostgreSqlDatabase();
        using var middle = server.Open();
        using var file = new SqliteFile();
        using var back = file.Open();

        var (tables, rows) = await new ShopCopy(Database(old), Database(middle)).RunAsync();
        var again = await new ShopCopy(Database(middle), Database(back)).RunAsync();

        Assert.Equal((tables, rows), again);
        Assert.True(rows > 1000, $"{rows} rows in {tables} tables");
        var said = await SaidAsync(old);
        Assert.True(JsonNode.DeepEquals(said, await SaidAsync(middle)));
        Assert.True(JsonNode.DeepEquals(said, await SaidAsync(back)));
        Assert.Contains(Roles.Administrator, (await middle.Get<IAccountDirectory>().TryFindAsync("grace@example.org"))!.Roles);
        Assert.Equal(account.Id, (await back.Get<IAccountDirectory>().TryFindAsync("grace@example.org"))!.Id);
        await using (var scope = back.Get<IServiceScopeFactory>().CreateAsyncScope())
        {
            var copied = await scope.ServiceProvider.GetRequiredService<AccountContext>().Set<IdentityUserPasskey<Guid>>().AsNoTracking()
                .SingleAsync();
            Assert.Equal((account.Id, "phone", 4u, passkey.Data.CreatedAt),
                (copied.UserId, copied.Data.Name, copied.Data.SignCount, copied.Data.CreatedAt));
            Assert.Equal(passkey.CredentialId, copied.CredentialId);
            Assert.Equal(passkey.Data.PublicKey, copied.Data.PublicKey);
        }

        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Run_Afterwards_TheCopyGoesOn(bool toServer)
    {
        using TestDatabase one = toServer ? new SqliteFile() : new PostgreSqlDatabase();
        using TestDatabase other = toServer ? new PostgreSqlDatabase() : new SqliteFile();
        using var from = one.Open();
        using var to = other.Open();
        await from.AddAsync("v", TestShop.Value("neckline_design", "V Neckline"));
        var shopper = Guid.NewGuid();
        await from.Shop.RecordAsync(new ShopperEvent(Guid.NewGuid(), shopper, PreferenceSignal.Like, "v"));

        await new ShopCopy(Database(from), Database(to)).RunAsync();

        Assert.Equal(2, (await to.Shop.RecordAsync(
            new ShopperEvent(Guid.NewGuid(), shopper, PreferenceSignal.Bag, "v"))).History.Events.Count);
    }

    [Fact]
    public async Task Run_OntoAShop_IsRefusedAndChangesNothing()
    {
        using var from = new TestShop();
        using var server = new PostgreSqlDatabase();
        using var to = server.Open();
        await from.AddAsync("mine");
        await to.AddAsync("theirs");

        var error = await Assert.ThrowsAsync<InvalidDataException>(() => new ShopCopy(Database(from), Database(to)).RunAsync());

        Assert.Contains("already holds a shop (1 rows in Products)", error.Message);
        Assert.Equal("theirs", Assert.Single((await to.Shop.CatalogAsync()).Items).Product.Id);
    }

    [Fact]
    public async Task Run_OntoItself_IsRefused()
    {
        using var shop = new TestShop();

        var error = await Assert.ThrowsAsync<InvalidDataException>(() => new ShopCopy(Database(shop), Database(shop)).RunAsync());

        Assert.Contains("cannot be copied onto itself", error.Message);
    }

    [Fact]
    public async Task Run_RowThatTheOtherCannotHold_SaysSoAndKeepsNothing()
    {
        using var file = new SqliteFile();
        using var from = file.Open();
        using var server = new PostgreSqlDatabase();
        using var to = server.Open();
        await from.AddAsync("v");
        file.Execute("""UPDATE "Products" SET "Name" = 'a' || char(0) || 'b'""");

        var error = await Assert.ThrowsAsync<InvalidDataException>(() => new ShopCopy(Database(from), Database(to)).RunAsync());

        Assert.Equal("A text has a character in it that cannot be stored, such as a zero byte.", error.Message);
        Assert.Empty((await to.Shop.CatalogAsync()).Items);
    }

    private static ShopDatabase Database(TestShop shop) => shop.Get<ShopDatabase>();

    private static async Task<JsonNode> SaidAsync(TestShop shop)
    {
        var before = JsonNode.Parse(OldFile.Said)!;
        var shoppers = before["beliefs"]!.AsObject().Select(pair => Guid.Parse(pair.Key)).ToArray();
        string[] touched = [.. before["history"]!.AsArray().Select(entry => (string)entry!["product"]!).Distinct()];
        return await WhatTheShopSays.OfAsync(shop, shoppers, touched);
    }
}
