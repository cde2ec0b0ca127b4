using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FashionRecs.Application.Settings;

namespace FashionRecs.Web.Tests.Settings;

/// <summary>Writes what can be set from the options and their documentation.</summary>
internal static partial class SettingsPage
{
    private const int Width = 136;

    /// <summary>One part per section, in the order of names.</summary>
    public static string Write(IEnumerable<SettingsSection> sections)
    {
        var text = new StringBuilder();
        foreach (var section in sections.OrderBy(section => section.Name, StringComparer.Ordinal))
        {
            var documentation = Documentation(section.Options.Assembly);
            text.Append($"### {section.Name}\n\n").Append(Wrapped(Summary(documentation, $"T:{section.Options.FullName}"), "")).Append('\n');
            var defaults = Activator.CreateInstance(section.Options)!;
            foreach (var property in Properties(section.Options))
            {
                text.Append(Wrapped(Entry(section, property, property.GetValue(defaults), documentation), "- "));
            }

            text.Append('\n');
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    /// <summary>The settings of a section: what can be written.</summary>
    public static IEnumerable<PropertyInfo> Properties(Type options) =>
        options.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite);

    private static string Entry(SettingsSection section, PropertyInfo property, object? value, XDocument documentation)
    {
        var range = property.GetCustomAttribute<RangeAttribute>();
        var isMap = value is IEnumerable<KeyValuePair<string, double>>;
        string?[] facts =
        [
            // A path hangs on the machine; the text says how it comes about.
            isMap || (value is string path && Path.IsPathRooted(path)) ? null : $"default `{SettingRange.Text(value)}`",
            range is null ? null : SettingRange.Words(range),
        ];
        var said = string.Join(", ", facts.OfType<string>());
        return $"`{section.Name}:{property.Name}{(isMap ? ":NAME" : "")}`{(said.Length > 0 ? $" ({said})" : "")}: "
            + Summary(documentation, $"P:{section.Options.FullName}.{property.Name}");
    }

    private static XDocument Documentation(Assembly assembly) => XDocument.Load(Path.Combine(AppContext.BaseDirectory, assembly.GetName().Name + ".xml"));

    private static string Summary(XDocument documentation, string member)
    {
        var summary = documentation.Descendants("member").FirstOrDefault(entry => (string?)entry.Attribute("name") == member)?.Element("summary")
            ?? throw new InvalidDataException($"{member} is not documented.");
        return Spaces().Replace(string.Concat(summary.Nodes().Select(Plain)), " ").Trim();
    }

    private static string Plain(XNode node) => node switch
    {
        XElement { Name.LocalName: "see" } see when (string?)see.Attribute("cref") is { } target => $"`{target[(target.LastIndexOf('.') + 1)..]}`",
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement other => string.Concat(other.Nodes().Select(Plain)),
        _ => ((XText)node).Value,
    };

    private static string Wrapped(string words, string bullet)
    {
        var (text, line) = (new StringBuilder(), new StringBuilder(bullet));
        foreach (var word in words.Split(' '))
        {
            if (line.Length + word.Length + 1 > Width)
            {
                text.Append(line.ToString().TrimEnd()).Append('\n');
                line.Clear().Append(' ', bullet.Length);
            }

            line.Append(word).Append(' ');
        }

        return text.Append(line.ToString().TrimEnd()).Append('\n').ToString();
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
