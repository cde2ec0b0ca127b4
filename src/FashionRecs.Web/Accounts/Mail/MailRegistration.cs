using FashionRecs.Application.Settings;

namespace FashionRecs.Web.Accounts.Mail;

/// <summary>Registers how messages leave the shop.</summary>
internal static class MailRegistration
{
    public static void AddMail(this IServiceCollection services)
    {
        services.AddSettings<MailOptions>("Mail");
        services.AddSingleton<IMailSink>(provider => provider.GetRequiredService<MailOptions>().Smtp.Host is null
            ? ActivatorUtilities.CreateInstance<FolderMail>(provider)
            : ActivatorUtilities.CreateInstance<SmtpMail>(provider));
        services.AddSingleton<MailQueue>();
        services.AddHostedService(provider => provider.GetRequiredService<MailQueue>());
    }
}
