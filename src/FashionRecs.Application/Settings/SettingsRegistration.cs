using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace FashionRecs.Application.Settings;

/// <summary>Registers options that the settings fill.</summary>
public static class SettingsRegistration
{
    /// <summary>
    /// Adds options of one section, checked when the program starts. What the settings do not name keeps its default, and so does
    /// everything where there are no settings, as in a command. Options that were registered before stay.
    /// </summary>
    /// <typeparam name="T">The options; a range is a <see cref="System.ComponentModel.DataAnnotations.RangeAttribute"/>.</typeparam>
    /// <param name="services">What to add to.</param>
    /// <param name="section">Name of the section.</param>
    public static IServiceCollection AddSettings<T>(this IServiceCollection services, string section)
        where T : class
    {
        services.AddOptions<T>()
            .Configure<IServiceProvider>((options, provider) => Bind(options, provider.GetService<IConfiguration>()?.GetSection(section)))
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<T>>(new SettingsValidator<T>(section));
        services.AddSingleton(new SettingsSection(section, typeof(T)));
        services.TryAddSingleton(provider => provider.GetRequiredService<IOptions<T>>().Value);
        return services;
    }

    private static void Bind(object options, IConfigurationSection? section)
    {
        try
        {
            section?.Bind(options);
        }
        catch (InvalidOperationException exception)
        {
            // Says which setting holds what, for example: Failed to convert configuration value 'many' at 'Ranking:Pool' to type
            // 'System.Int32'.
            throw new InvalidDataException(exception.Message, exception);
        }
    }
}
