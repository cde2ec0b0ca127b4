using System.Globalization;
using FashionRecs.Application.Accounts;
using Microsoft.Extensions.Localization;

namespace FashionRecs.Web.Accounts.SignUp;

/// <summary>Says why an account or a password was refused, in the language of the page.</summary>
internal static class Refusals
{
    // Each is a key: texts["That is not an e-mail address."], texts["There is an account for this address already."],
    // texts["A password must not be made of your address."], and what PasswordRules says of common passwords.

    /// <summary>The words.</summary>
    /// <param name="english">Why, in English.</param>
    /// <param name="texts">The words.</param>
    public static string Of(string english, IStringLocalizer texts)
    {
        var shortest = AccountsRegistration.ShortestPassword;
        return english == string.Create(CultureInfo.InvariantCulture, $"A password has at least {shortest} characters.")
            ? texts["A password has at least {0} characters.", shortest] : texts[english];
    }
}
