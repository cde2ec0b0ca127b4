using FashionRecs.Application.Files;

namespace FashionRecs.Web.Accounts.Mail;

/// <summary>Writes messages into a folder, for those who develop or try the shop.</summary>
internal sealed class FolderMail(MailOptions options, ShopFolder data, TimeProvider time) : IMailSink
{
    private int number;

    /// <inheritdoc/>
    public async Task SendAsync(Letter letter, CancellationToken cancellation)
    {
        var folder = Directory.CreateDirectory(options.Folder ?? data.Mail).FullName;
        var file = Path.Combine(folder, $"{time.GetUtcNow():yyyyMMdd-HHmmssfff}-{++number}.txt");
        await File.WriteAllTextAsync(file, $"From: {options.From}\nTo: {letter.To}\nSubject: {letter.Subject}\n\n{letter.Text}\n",
            cancellation);
    }
}
