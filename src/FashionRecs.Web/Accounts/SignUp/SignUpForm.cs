using System.ComponentModel.DataAnnotations;

namespace FashionRecs.Web.Accounts.SignUp;

/// <summary>What the form of signing up asks for; a password only where addresses are not confirmed.</summary>
public sealed class SignUpForm
{
    [Required(ErrorMessage = "Please give your e-mail address."), EmailAddress(ErrorMessage = "That is not an e-mail address."),
        StringLength(200, ErrorMessage = "That is too long.")]
    public string Email { get; set; } = "";

    [StringLength(200, ErrorMessage = "A password has at most 200 characters.")]
    public string Password { get; set; } = "";

    public string? Join { get; set; }

    public bool Remember { get; set; }
}
