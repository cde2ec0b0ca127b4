using System.ComponentModel.DataAnnotations;

namespace FashionRecs.Web.Accounts.SignIn;

/// <summary>What the form of signing in asks for.</summary>
public sealed class Credentials
{
    [Required(ErrorMessage = "Please give your e-mail address."), EmailAddress(ErrorMessage = "That is not an e-mail address."),
        StringLength(200, ErrorMessage = "That is too long.")]
    public string Email { get; set; } = "";

    [Required(ErrorMessage = "Please give a password."), StringLength(200, ErrorMessage = "A password has at most 200 characters.")]
    public string Password { get; set; } = "";

    /// <summary>Whether what was done in this browser is theirs: "yes", "no", or null where nothing was asked.</summary>
    public string? Join { get; set; }

    public bool Remember { get; set; }
}
