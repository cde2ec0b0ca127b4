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
            text.Append($"### {section.Name}\n\n").Append(Wrapped(Summary(documentation, $"T:{section.Options.FullName}"), ""))
                .Append('\n');
            var defaults = Activator.CreateInstance(section.Options)!;
            foreach (var setting in SettingsProperty.Direct(defaults))
            {
                text.Append(Wrapped(Entry(section, setting, documentation), "- "));
            }

            text.Append('\n');
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static string Entry(SettingsSection section, SettingsProperty setting, XDocument documentation)
    {
        var (name, said) = ($"{section.Name}:{setting.Name}", Facts(setting));
        var places = setting.IsGroup
            ? $"`{name}` "
                + $"({string.Join("; ", setting.Values.Select(inner => $"`{inner.Name[setting.Name.Length..]}` {Facts(inner)}".TrimEnd()))})"
            : $"`{name}{(IsMap(setting) ? ":NAME" : IsList(setting) ? ":0`, `:1`, `…" : "")}`{(said.Length > 0 ? $" ({said})" : "")}";
        return $"{places}: {Summary(documentation, $"P:{section.Options.FullName}.{setting.Property.Name}")}";
    }

    private static string Facts(SettingsProperty setting)
    {
        string?[] facts =
        [
            // A path hangs on the machine; the text says how it comes about.
            IsMap(setting) || IsList(setting) || setting.Value is null || (setting.Value is string path && Path.IsPathRooted(path)) ? null
                : $"default `{SettingRange.Text(setting.Value)}`",
            setting.Range is null ? null : SettingRange.Words(setting.Range),
        ];
        return string.Join(", ", facts.OfType<string>());
    }

    private static bool IsMap(SettingsProperty setting) => setting.Value is IEnumerable<KeyValuePair<string, double>>;

    private static bool IsList(SettingsProperty setting) => setting.Value is IReadOnlyList<string>;

    private static XDocument Documentation(Assembly assembly) =>
        XDocument.Load(Path.Combine(AppContext.BaseDirectory, assembly.GetName().Name + ".xml"));

    private static string Summary(XDocument documentation, string member)
    {
        var summary = documentation.Descendants("member")
            .FirstOrDefault(entry => (string?)entry.Attribute("name") == member)?.Element("summary")
            ?? throw new InvalidDataException($"{member} is not documented.");
        return Spaces().Replace(string.Concat(summary.Nodes().Select(Plain)), " ").Trim();
    }

    private static string Plain(XNode node) => node switch
    {
        XElement { Name.LocalName: "see" } see when (string?)see.Attribute("cref") is { } target =>
            $"`{target[(target.LastIndexOf('.') + 1)..]}`",
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
