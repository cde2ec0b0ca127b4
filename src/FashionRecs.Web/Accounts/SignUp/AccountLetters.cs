using FashionRecs.Web.Accounts.Mail;
using Microsoft.AspNetCore.Identity;

namespace FashionRecs.Web.Accounts.SignUp;

/// <summary>
/// Writes to people about their accounts. Whoever asks learns nothing by it: the shop answers the same whether there is an account or not,
/// and looks only behind the answer. Thread-safe.
/// </summary>
public sealed class AccountLetters(MailQueue mail, AccountLinks links, AccountOptions options, MailOptions mails,
    IServiceScopeFactory scopes, ILogger<AccountLetters> log)
{
    /// <summary>Sends a link by which an account can be made, or says that there is one.</summary>
    public void Invite(string email, HttpContext context) => Behind(email, context, (account, shop) => account is null
        ? new Letter(email, "Your account",
            $"Somebody, most likely you, wants an account of the shop for this address. Choose a password "
                + $"here:\n\n{Address(shop, email, null)}\n\n{Until}")
        : new Letter(email, "Your account",
            $"Somebody, most likely you, wants an account of the shop for this address. You have one already. Sign in "
                + $"here:\n\n{shop}/account/sign-in\n\n"
            + $"Should you have forgotten the password, ask for another one there."));

    /// <summary>Sends a link by which the password can be set anew; nothing where there is no account.</summary>
    public void Remind(string email, HttpContext context) => Behind(email, context, (account, shop) => account is null ? null
        : new Letter(account.Email!, "A new password",
            $"Somebody, most likely you, has forgotten the password of your account. Choose another one "
                + $"here:\n\n{Address(shop, account.Email!, account.SecurityStamp)}\n\n{Until}"));

    private string Until => $"The link works for {options.LinkMinutes} minutes and once. If it was not you, there is nothing to do.";

    private string Address(string shop, string email, string? stamp) => $"{shop}/account/new-password?link={links.Create(email, stamp)}";

    private void Behind(string email, HttpContext context, Func<Account?, string, Letter?> write)
    {
        var shop = mails.ShopAddress?.TrimEnd('/') ?? $"{context.Request.Scheme}://{context.Request.Host}";
        _ = Task.Run(async () =>
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                if (write(await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().FindByNameAsync(email),
                    shop) is { } letter)
                {
                    mail.Send(letter);
                }
            }
            catch (Exception exception)
            {
                log.LogWarning("A message could not be written: {Reason}", exception.Message);
            }
        });
    }
}
