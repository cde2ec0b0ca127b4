using System.ComponentModel.DataAnnotations;

namespace FashionRecs.Web.Accounts.Mail;

/// <summary>How messages to people leave the shop: the settings' section <c>Mail</c>.</summary>
public sealed class MailOptions
{
    /// <summary>Whom they come from. Default <c>shop@localhost</c>.</summary>
    [Required]
    public string From { get; set; } = "shop@localhost";

    /// <summary>
    /// Folder that messages are written to where no server is named, one file each; nobody is sent them. Default <c>mail</c> beside the
    /// database.
    /// </summary>
    public string? Folder { get; set; }

    /// <summary>
    /// The shop's address in links, as in <c>https://shop.example</c>; null takes it from the request, which is safe where
    /// <c>AllowedHosts</c> is set.
    /// </summary>
    public string? ShopAddress { get; set; }

    /// <summary>The server (SMTP, RFC 5321).</summary>
    public SmtpOptions Smtp { get; set; } = new();
}
