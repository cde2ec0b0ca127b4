using FashionRecs.Web.Accounts.Mail;
using FashionRecs.Web.Languages;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;

namespace FashionRecs.Web.Accounts.SignUp;

/// <summary>
/// Writes to people about their accounts. Whoever asks learns nothing by it: the shop answers the same whether there is an account or not,
/// and looks only behind the answer. Thread-safe.
/// </summary>
public sealed class AccountLetters(MailQueue mail, AccountLinks links, AccountOptions options, MailOptions mails,
    IServiceScopeFactory scopes, ShopLanguages languages, ILogger<AccountLetters> log)
{
    /// <summary>Sends a link by which an account can be made, or says that there is one.</summary>
    public void Invite(string email, HttpContext context) => Behind(email, context, (account, shop, texts) => account is null
        ? new Letter(email, texts["Your account"],
            $"{texts["Somebody, most likely you, wants an account of the shop for this address. Choose a password here:"]}\n\n"
                + $"{Address(shop, email, null)}\n\n{Until(texts)}")
        : new Letter(email, texts["Your account"],
            $"{texts["Somebody, most likely you, wants an account of the shop for this address. You have one already. Sign in here:"]}\n\n"
                + $"{shop}/account/sign-in\n\n{texts["Should you have forgotten the password, ask for another one there."]}"));

    /// <summary>Sends a link by which the password can be set anew; nothing where there is no account.</summary>
    public void Remind(string email, HttpContext context) => Behind(email, context, (account, shop, texts) => account is null ? null
        : new Letter(account.Email!, texts["A new password"],
            $"{texts["Somebody, most likely you, has forgotten the password of your account. Choose another one here:"]}\n\n"
                + $"{Address(shop, account.Email!, account.SecurityStamp)}\n\n{Until(texts)}"));

    private string Until(IStringLocalizer texts) =>
        texts["The link works for {0} minutes and once. If it was not you, there is nothing to do.", options.LinkMinutes];

    private string Address(string shop, string email, string? stamp) => $"{shop}/account/new-password?link={links.Create(email, stamp)}";

    private void Behind(string email, HttpContext context, Func<Account?, string, IStringLocalizer, Letter?> write)
    {
        var shop = mails.ShopAddress?.TrimEnd('/') ?? $"{context.Request.Scheme}://{context.Request.Host}";
        var texts = new LanguageTexts(new PageLanguage { Current = languages.Of(context.Request) });
        _ = Task.Run(async () =>
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                if (write(await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().FindByNameAsync(email),
                    shop, texts) is { } letter)
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
