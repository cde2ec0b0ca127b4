using FashionRecs.Application.Files;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FashionRecs.Storage.S3;

/// <summary>Registers a bucket as the place of shared files.</summary>
public static class S3Registration
{
    /// <summary>Uses a bucket where the settings name one; else the files stay in the shop's folder.</summary>
    /// <param name="services">What to add to; the application is registered already.</param>
    /// <param name="setting">The value of a setting by its name, or null.</param>
    /// <exception cref="InvalidDataException">The settings make no sense; the message says why.</exception>
    public static IServiceCollection AddS3(this IServiceCollection services, Func<string, string?> setting)
    {
        var options = S3Options.Read(setting);
        return options.Bucket is null ? services
            : services.Replace(ServiceDescriptor.Singleton<ISharedFiles>(provider => new S3Files(
                options, provider.GetRequiredService<ShopFolder>(), provider.GetRequiredService<TimeProvider>())));
    }

    /// <summary>The same from environment variables such as <c>S3__Bucket</c>, as a command finds them.</summary>
    public static IServiceCollection AddS3(this IServiceCollection services) =>
        services.AddS3(name => Environment.GetEnvironmentVariable(name.Replace(":", "__", StringComparison.Ordinal)));
}
