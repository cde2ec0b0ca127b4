using FashionRecs.Web.Settings;

namespace FashionRecs.Web.Accounts.Mail;

/// <summary>Registers how messages leave the shop.</summary>
internal static class MailRegistration
{
    public static void AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        var options = SettingsReader.Read<MailOptions>(configuration, "Mail");
        services.AddSingleton(options);
        if (options.Smtp.Host is null)
        {
            services.AddSingleton<IMailSink, FolderMail>();
        }
        else
        {
            services.AddSingleton<IMailSink, SmtpMail>();
        }

        services.AddSingleton<MailQueue>();
        services.AddHostedService(provider => provider.GetRequiredService<MailQueue>());
    }
}
