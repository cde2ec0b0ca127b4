using Microsoft.AspNetCore.Identity;

namespace FashionRecs.Application.Accounts;

/// <summary>Refusals in this shop's words: people sign in with an e-mail address and never see a user name.</summary>
internal sealed class AccountErrors : IdentityErrorDescriber
{
    public override IdentityError DuplicateUserName(string userName) => DuplicateEmail(userName);

    public override IdentityError DuplicateEmail(string email) =>
        Error(nameof(DuplicateEmail), "There is an account for this address already.");

    public override IdentityError InvalidUserName(string? userName) => InvalidEmail(userName);

    public override IdentityError InvalidEmail(string? email) => Error(nameof(InvalidEmail), "That is not an e-mail address.");

    public override IdentityError PasswordTooShort(int length) =>
        Error(nameof(PasswordTooShort), $"A password has at least {length} characters.");

    private static IdentityError Error(string code, string description) => new() { Code = code, Description = description };
}
