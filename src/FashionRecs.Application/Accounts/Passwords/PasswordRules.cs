using Microsoft.AspNetCore.Identity;

namespace FashionRecs.Application.Accounts.Passwords;

/// <summary>
/// Refuses passwords that are guessed first (NIST SP 800-63B, section 5.1.1.2; ASVS 5, 6.2.4 and 6.2.11). Nothing is asked of their
/// characters.
/// </summary>
internal sealed class PasswordRules : IPasswordValidator<Account>
{
    /// <inheritdoc/>
    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password)
    {
        var name = (user.Email ?? "").Split('@')[0];
        var broken = password is null ? null
            : CommonPasswords.Contains(password)
                ? "This password is one of those that are guessed first. Take another, for example three or four words that have nothing "
                    + "to do with each other."
            : name.Length > 3 && password.Contains(name, StringComparison.OrdinalIgnoreCase)
                && password.Length - name.Length < AccountsRegistration.ShortestPassword
                ? "A password must not be made of your address."
            : null;
        return Task.FromResult(broken is null ? IdentityResult.Success
            : IdentityResult.Failed(new IdentityError { Code = nameof(PasswordRules), Description = broken }));
    }
}
