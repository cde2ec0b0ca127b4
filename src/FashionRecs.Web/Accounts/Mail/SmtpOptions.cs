using System.ComponentModel.DataAnnotations;

namespace FashionRecs.Web.Accounts.Mail;

/// <summary>A mail server.</summary>
public sealed class SmtpOptions
{
    /// <summary>Its name; null for none.</summary>
    public string? Host { get; set; }

    /// <summary>Its port, from 1 to 65535. Default 587.</summary>
    [Range(1, 65535)]
    public int Port { get; set; } = 587;

    /// <summary>Whether it is spoken to by TLS only (STARTTLS). Default true.</summary>
    public bool Tls { get; set; } = true;

    /// <summary>Name to sign in with; null for none.</summary>
    public string? User { get; set; }

    /// <summary>Password to sign in with.</summary>
    public string? Password { get; set; }
}
