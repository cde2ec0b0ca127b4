using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using FashionRecs.Web.Settings;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HttpOverrides;

namespace FashionRecs.Web.Hosting;

/// <summary>Registers how the shop stands in its surroundings: proxies in front of it, HTTPS, and how its keys are kept.</summary>
public static class HostingRegistration
{
    /// <summary>Largest request that is read where nothing else is said, in bytes: forms are small.</summary>
    private const long LargestRequest = 2 << 20;

    public static void AddHosting(this WebApplicationBuilder builder)
    {
        var (proxy, https) = (SettingsReader.Read<ProxyOptions>(builder.Configuration, "Proxy"), SettingsReader.Read<HttpsOptions>(builder.Configuration, "Https"));
        builder.Services.AddSingleton(proxy).AddSingleton(https);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestRequest;
        });
        builder.Services.Configure<ForwardedHeadersOptions>(options => Believe(options, proxy));
        builder.Services.AddHttpsRedirection(options => options.HttpsPort = https.Port);
        builder.Services.AddHsts(options => options.MaxAge = TimeSpan.FromDays(https.Days));
        builder.Services.AddAntiforgery(options =>
        {
            options.Cookie.Name = https.Required ? "__Host-fashionrecs-form" : "fashionrecs-form";
            options.Cookie.SecurePolicy = https.Required ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.HttpOnly = true;
        });
        if (SettingsReader.Read<KeyOptions>(builder.Configuration, "Keys") is { Certificate: { } path } keys)
        {
            builder.Services.AddDataProtection().ProtectKeysWithCertificate(Load(path, keys.Password));
        }
    }

    /// <summary>Before everything that asks who comes and how.</summary>
    public static void UseHosting(this WebApplication app)
    {
        if (app.Services.GetRequiredService<ProxyOptions>().Trusted.Count > 0)
        {
            app.UseForwardedHeaders();
        }

        if (app.Services.GetRequiredService<HttpsOptions>().Required)
        {
            app.UseHsts();
            app.UseHttpsRedirection();
        }
    }

    private static void Believe(ForwardedHeadersOptions options, ProxyOptions proxy)
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        options.ForwardLimit = proxy.Hops;
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var trusted in proxy.Trusted)
        {
            if (IPAddress.TryParse(trusted, out var address))
            {
                options.KnownProxies.Add(address);
            }
            else if (System.Net.IPNetwork.TryParse(trusted, out var network))
            {
                options.KnownIPNetworks.Add(network);
            }
            else
            {
                throw new InvalidDataException($"The setting Proxy:Trusted holds '{trusted}', which is neither an address nor a network.");
            }
        }
    }

    private static X509Certificate2 Load(string path, string? password)
    {
        try
        {
            return X509CertificateLoader.LoadPkcs12FromFile(path, password);
        }
        catch (Exception exception) when (exception is IOException or CryptographicException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"The setting Keys:Certificate names '{path}', which cannot be read: {exception.Message}", exception);
        }
    }
}
