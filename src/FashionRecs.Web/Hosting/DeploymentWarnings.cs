using FashionRecs.Web.Accounts;
using FashionRecs.Web.Accounts.Mail;

namespace FashionRecs.Web.Hosting;

/// <summary>Tells whoever starts the shop for others what is still open, each in a sentence with what to do.</summary>
public static class DeploymentWarnings
{
    /// <summary>Writes them to the log; none while developing.</summary>
    public static void Write(WebApplication app)
    {
        if (app.Environment.IsDevelopment())
        {
            return;
        }

        foreach (var warning in Of(app.Services, app.Configuration))
        {
            app.Logger.LogWarning("{Warning}", warning);
        }
    }

    /// <summary>What is open.</summary>
    public static IEnumerable<string> Of(IServiceProvider services, IConfiguration configuration)
    {
        if (!services.GetRequiredService<HttpsOptions>().Required)
        {
            yield return "Pages are served over plain HTTP, too; set Https:Required, and Proxy:Trusted where a proxy speaks HTTPS for the "
                + "shop.";
        }

        if (configuration["AllowedHosts"] is null or "*")
        {
            yield return "The shop answers to any host name; set AllowedHosts to its own.";
        }

        if (configuration["Keys:Certificate"] is null)
        {
            yield return "The keys of cookies are kept as they are; set Keys:Certificate to a certificate with its private key to encrypt "
                + "them.";
        }

        if (services.GetRequiredService<MailOptions>().Smtp.Host is null && services.GetRequiredService<AccountOptions>().ConfirmAddress)
        {
            yield return "Messages are written to a folder and reach nobody, so that nobody can make an account; set Mail:Smtp:Host, or "
                + "Accounts:ConfirmAddress to false.";
        }
    }
}
