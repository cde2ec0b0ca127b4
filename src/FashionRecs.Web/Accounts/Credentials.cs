using System.ComponentModel.DataAnnotations;

namespace FashionRecs.Web.Accounts;

/// <summary>What a form of signing in or up asks for.</summary>
public sealed class Credentials
{
    [Required(ErrorMessage = "Please give your e-mail address."), EmailAddress(ErrorMessage = "That is not an e-mail address."), StringLength(200)]
    public string Email { get; set; } = "";

    [Required(ErrorMessage = "Please give a password."), StringLength(200, ErrorMessage = "A password has at most 200 characters.")]
    public string Password { get; set; } = "";

    public bool Remember { get; set; }
}
