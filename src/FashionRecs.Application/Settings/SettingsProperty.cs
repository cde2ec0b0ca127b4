using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace FashionRecs.Application.Settings;

/// <summary>One setting of a section.</summary>
/// <param name="Name">Its name below the section's, for example "Smtp:Port" for what lies in options within the options.</param>
/// <param name="Property">What it fills.</param>
/// <param name="Value">What it is.</param>
public sealed record SettingsProperty(string Name, PropertyInfo Property, object? Value)
{
    /// <summary>What it may be; null where that is anything of its kind.</summary>
    public RangeAttribute? Range => Property.GetCustomAttribute<RangeAttribute>();

    /// <summary>Whether it may not be empty.</summary>
    public bool IsRequired => Property.GetCustomAttribute<RequiredAttribute>() is not null;

    /// <summary>Whether it is no value, but holds further settings: options that stand beside those they lie in.</summary>
    public bool IsGroup => Property.PropertyType is { IsClass: true } type && type.Namespace == Property.DeclaringType!.Namespace;

    /// <summary>The settings that options hold themselves: what can be written.</summary>
    public static IEnumerable<SettingsProperty> Direct(object options) =>
        from property in options.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
        where property.CanWrite
        select new SettingsProperty(property.Name, property, property.GetValue(options));

    /// <summary>All settings that are values, those in groups too.</summary>
    public static IEnumerable<SettingsProperty> Of(object options) => Direct(options).SelectMany(setting => setting.Values);

    /// <summary>Itself, or the values in the group.</summary>
    public IEnumerable<SettingsProperty> Values => !IsGroup ? [this]
        : Value is null ? [] : Of(Value).Select(inner => inner with { Name = $"{Name}:{inner.Name}" });
}
