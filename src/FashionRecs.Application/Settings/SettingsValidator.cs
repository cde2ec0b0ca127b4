using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace FashionRecs.Application.Settings;

/// <summary>Refuses options of which a number is out of its range or a text is missing, with a sentence that names the setting.</summary>
/// <param name="section">Section of the settings that they come from.</param>
public sealed class SettingsValidator<T>(string section) : IValidateOptions<T>
    where T : class
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, T options)
    {
        string[] failures = [.. SettingsProperty.Of(options).SelectMany(Failures)];
        return failures.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private IEnumerable<string> Failures(SettingsProperty setting) => setting switch
    {
        { Range: { } range, Value: IEnumerable<KeyValuePair<string, double>> named } =>
            named.Where(pair => !range.IsValid(pair.Value)).Select(pair => Failure($"{setting.Name}:{pair.Key}", range, pair.Value)),
        { Range: { } range } when !range.IsValid(setting.Value) => [Failure(setting.Name, range, setting.Value)],
        { IsRequired: true, Value: null or "" } => [$"The setting {section}:{setting.Name} must not be empty."],
        _ => [],
    };

    private string Failure(string setting, RangeAttribute range, object? value) =>
        $"The setting {section}:{setting} must be {SettingRange.Words(range)}, not {SettingRange.Text(value)}.";
}
