using System.Net;
using System.Net.Mail;

namespace FashionRecs.Web.Accounts.Mail;

/// <summary>Hands messages to a mail server.</summary>
internal sealed class SmtpMail(MailOptions options) : IMailSink
{
    /// <inheritdoc/>
    public async Task SendAsync(Letter letter, CancellationToken cancellation)
    {
        using var client = new SmtpClient(options.Smtp.Host, options.Smtp.Port) { EnableSsl = options.Smtp.Tls };
        if (options.Smtp.User is { Length: > 0 } user)
        {
            client.Credentials = new NetworkCredential(user, options.Smtp.Password);
        }

        using var message = new MailMessage(options.From, letter.To, letter.Subject, letter.Text);
        try
        {
            await client.SendMailAsync(message, cancellation);
        }
        catch (SmtpException exception)
        {
            throw new IOException($"The mail server {options.Smtp.Host} did not take a message: {exception.Message}", exception);
        }
    }
}
