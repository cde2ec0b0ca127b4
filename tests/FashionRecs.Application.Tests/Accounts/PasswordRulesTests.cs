using FashionRecs.Application.Accounts;
using FashionRecs.Tests;

namespace FashionRecs.Application.Tests.Accounts;

public sealed class PasswordRulesTests : IDisposable
{
    private readonly TestShop shop = new();

    public void Dispose() => shop.Dispose();

    [Theory]
    [InlineData("1234567890")]
    [InlineData("0987654321")]
    [InlineData("aaaaaaaaaa")]
    [InlineData("abcabcabcabc")]
    [InlineData("abcdefghijkl")]
    [InlineData("password12")]
    [InlineData("P@ssw0rd2024!")]
    [InlineData("fashionrecs")]
    [InlineData("FashionRecs2025")]
    [InlineData("qwertyuiop")]
    [InlineData("iloveyou123")]
    [InlineData("summer2026!!")]
    [InlineData("welcomepassword")]
    [InlineData("Dress Shop 1")]
    [InlineData("somebody.else1")]
    public async Task Create_CommonPassword_IsRefused(string password)
    {
        var error = await Assert.ThrowsAsync<InvalidDataException>(() => CreateAsync("somebody.else@example.org", password));

        Assert.DoesNotContain(password, error.Message);
    }

    [Theory]
    [InlineData("correct horse battery")]
    [InlineData("vjq8fk2m0d")]
    [InlineData("Ein Pferd frisst keinen Gurkensalat")]
    [InlineData("日本語のとても長い合言葉です")]
    [InlineData("2718281828459")]
    public async Task Create_PasswordThatIsNotGuessedFirst_IsTaken(string password) =>
        Assert.NotNull(await CreateAsync($"{Guid.NewGuid():N}@example.org", password));

    [Theory]
    [InlineData("<script>alert(1)</script>@x.org")]
    [InlineData("a b@example.org")]
    [InlineData("a@b@example.org")]
    [InlineData("@example.org")]
    [InlineData("a@")]
    [InlineData("\"a\"@example.org")]
    [InlineData("a@-example.org")]
    public async Task Create_NoAddress_IsRefused(string email) =>
        await Assert.ThrowsAsync<InvalidDataException>(() => CreateAsync(email, "correct horse battery"));

    [Theory]
    [InlineData("alice@example.org", null)]
    [InlineData("\u0430lice@example.org", "\u0430 (U+0430)")]
    [InlineData("jürgen@example.org", "ü (U+00FC)")]
    public void OddLetters_OfAnAddress_AreThoseOutsideOfEnglish(string email, string? odd) =>
        Assert.Equal(odd, AddressRules.OddLetters(email));

    private Task<Account> CreateAsync(string email, string password) => shop.Get<IAccountDirectory>().CreateAsync(email, password);
}
