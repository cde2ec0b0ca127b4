using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using FashionRecs.Application.Settings;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.HttpsPolicy;

namespace FashionRecs.Web.Hosting;

/// <summary>Registers how the shop stands in its surroundings: proxies in front of it, HTTPS, and how its keys are kept.</summary>
public static class HostingRegistration
{
    /// <summary>Largest request that is read where nothing else is said, in bytes: forms are small.</summary>
    private const long LargestRequest = 2 << 20;

    /// <summary>
    /// Longest address that is read, in bytes: whoever pastes a whole text into a search is answered, too (see AddressLimits).
    /// </summary>
    private const int LongestAddress = 64 << 10;

    public static void AddHosting(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSettings<ProxyOptions>("Proxy").AddSettings<HttpsOptions>("Https").AddSettings<KeyOptions>("Keys");
        services.AddOptions<ProxyOptions>().Validate(
            proxy => proxy.Trusted.All(trusted => IPAddress.TryParse(trusted, out _) || System.Net.IPNetwork.TryParse(trusted, out _)),
            "The setting Proxy:Trusted holds what is neither an address nor a network.");
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestRequest;
            kestrel.Limits.MaxRequestLineSize = LongestAddress;
        });
        services.AddOptions<ForwardedHeadersOptions>().Configure<ProxyOptions>(Believe);
        services.AddOptions<HttpsRedirectionOptions>().Configure<HttpsOptions>((options, https) => options.HttpsPort = https.Port);
        services.AddOptions<HstsOptions>().Configure<HttpsOptions>((options, https) => options.MaxAge = TimeSpan.FromDays(https.Days));
        services.AddOptions<AntiforgeryOptions>().Configure<HttpsOptions>((options, https) =>
        {
            options.Cookie.Name = https.Required ? "__Host-fashionrecs-form" : "fashionrecs-form";
            options.Cookie.SecurePolicy = https.Required ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.HttpOnly = true;
        });
        // Which keys there are has to be known before the services are.
        if (builder.Configuration.GetSection("Keys").Get<KeyOptions>() is { Certificate: { } path } keys)
        {
            services.AddDataProtection().ProtectKeysWithCertificate(Load(path, keys.Password));
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
            else
            {
                options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(trusted));
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
            throw new InvalidDataException($"The setting Keys:Certificate names '{path}', which cannot be read: {exception.Message}",
                exception);
        }
    }
}
