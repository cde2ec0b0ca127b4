using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.Extensions.Options;

namespace FashionRecs.Application.Settings;

/// <summary>Refuses options of which a number is out of its range, with a sentence that names the setting.</summary>
/// <param name="section">Section of the settings that they come from.</param>
public sealed class SettingsValidator<T>(string section) : IValidateOptions<T>
    where T : class
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, T options)
    {
        string[] failures =
        [
            .. from property in typeof(T).GetProperties()
               where property.GetCustomAttribute<RangeAttribute>() is not null
               from failure in Failures(property, property.GetCustomAttribute<RangeAttribute>()!, property.GetValue(options))
               select failure,
        ];
        return failures.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private IEnumerable<string> Failures(PropertyInfo property, RangeAttribute range, object? value) =>
        value is IEnumerable<KeyValuePair<string, double>> named
            ? named.Where(pair => !range.IsValid(pair.Value)).Select(pair => Failure($"{property.Name}:{pair.Key}", range, pair.Value))
            : range.IsValid(value) ? [] : [Failure(property.Name, range, value)];

    private string Failure(string setting, RangeAttribute range, object? value) =>
        $"The setting {section}:{setting} must be {SettingRange.Words(range)}, not {SettingRange.Text(value)}.";
}
