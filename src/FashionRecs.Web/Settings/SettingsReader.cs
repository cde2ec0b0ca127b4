using System.ComponentModel.DataAnnotations;

namespace FashionRecs.Web.Settings;

/// <summary>Reads a section of the settings into options and checks them, so that a number out of range stops the start instead of a visitor.</summary>
public static class SettingsReader
{
    /// <summary>The options; what is not set keeps its default.</summary>
    /// <param name="configuration">The settings.</param>
    /// <param name="section">Name of the section.</param>
    /// <exception cref="InvalidDataException">A setting is no value of its kind or out of range; the message names it.</exception>
    public static T Read<T>(IConfiguration configuration, string section)
        where T : class, new()
    {
        T options;
        try
        {
            options = configuration.GetSection(section).Get<T>() ?? new T();
        }
        catch (InvalidOperationException exception)
        {
            throw new InvalidDataException($"The settings under {section} cannot be read: {exception.InnerException?.Message ?? exception.Message}", exception);
        }

        Check(options, section);
        return options;
    }

    private static void Check(object options, string section)
    {
        foreach (var property in options.GetType().GetProperties().Where(property => property.GetIndexParameters().Length == 0))
        {
            var value = property.GetValue(options);
            var rules = property.GetCustomAttributes(inherit: true).OfType<ValidationAttribute>();
            if (rules.FirstOrDefault(rule => !rule.IsValid(value)) is { } broken)
            {
                throw new InvalidDataException(broken.FormatErrorMessage($"{section}:{property.Name}").Replace("The field", "The setting", StringComparison.Ordinal));
            }

            if (value is not null && property.PropertyType.Namespace == options.GetType().Namespace)
            {
                Check(value, $"{section}:{property.Name}");
            }
        }
    }
}
