using FashionRecs.Application.Accounts;
using FashionRecs.Cli.Commands;
using FashionRecs.Tests;

namespace FashionRecs.Cli.Tests.Commands;

public sealed class CreateAdministratorTests : IDisposable
{
    private const string Password = "a long password of the first one";

    private readonly TestShop shop = new();

    public void Dispose() => shop.Dispose();

    [Fact]
    public async Task CreateAdministrator_EmptyShop_MakesOne()
    {
        await CreateAdministratorCommand.RunAsync("first@example.org", shop.Database, () => Password);

        Assert.Contains(Roles.Administrator, (await shop.Get<IAccountDirectory>().TryFindAsync("first@example.org"))!.Roles);
    }

    [Fact]
    public async Task CreateAdministrator_KnownAddress_KeepsTheAccountAndAsksForNoPassword()
    {
        var account = await shop.Get<IAccountDirectory>().CreateAsync("known@example.org", Password);

        await CreateAdministratorCommand.RunAsync("KNOWN@example.org", shop.Database, () => throw new InvalidOperationException("asked"));

        var entry = await shop.Get<IAccountDirectory>().TryFindAsync("known@example.org");
        Assert.Equal(account.Id, entry!.Id);
        Assert.Contains(Roles.Administrator, entry.Roles);
    }

    [Fact]
    public async Task CreateAdministrator_ShortPassword_IsRefusedInOneSentence()
    {
        var error = await Assert.ThrowsAsync<InvalidDataException>(() =>
            CreateAdministratorCommand.RunAsync("first@example.org", shop.Database, () => "short"));

        Assert.Equal("A password has at least 10 characters.", error.Message);
    }
}
