using FashionRecs.Web.Accounts.Sessions;
using FashionRecs.Web.Accounts.SignIn;
using FashionRecs.Web.Shop;
using Microsoft.Extensions.Localization;

namespace FashionRecs.Web.Accounts.SignUp;

/// <summary>Makes an account and signs its owner in.</summary>
public sealed class AccountMaking(IAccountDirectory directory, AccountSignIn signIn, SignInTries tries, HistoryMerge history,
    IStringLocalizer<ShopTexts> texts)
{
    /// <summary>Makes it.</summary>
    /// <returns>Null, or why it was not made.</returns>
    public async Task<string?> MakeAsync(string email, string password, bool remember, string? join, bool confirmed, HttpContext context)
    {
        var anonymous = HistoryMerge.Anonymous(context);
        if (await history.NeedsAnswerAsync(anonymous, join))
        {
            return texts["Please say whether what was done on this device is yours."];
        }

        try
        {
            var account = await directory.CreateAsync(email, password);
            if (confirmed)
            {
                await directory.ConfirmAsync(account.Id);
            }

            await signIn.SignInAsync(account, remember);
            tries.Know(email, context);
            await history.IntoAsync(account.Id, anonymous, join, context);
            return null;
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException)
        {
            return Refusals.Of(exception.Message, texts);
        }
    }
}
