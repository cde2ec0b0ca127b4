namespace FashionRecs.Web.Accounts.Mail;

/// <summary>Where messages go. Called by one at a time.</summary>
public interface IMailSink
{
    /// <summary>Hands a message on.</summary>
    /// <exception cref="IOException">It could not be handed on.</exception>
    Task SendAsync(Letter letter, CancellationToken cancellation);
}
