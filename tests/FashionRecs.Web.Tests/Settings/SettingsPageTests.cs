using FashionRecs.Application.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Web.Tests.Settings;

public class SettingsPageTests(EmptyShop shop) : IClassFixture<EmptyShop>
{
    /// <summary>Set to anything, the test writes the page instead of failing.</summary>
    private const string Update = "FASHIONRECS_UPDATE_DOCS";

    private const string Begin = "<!-- Written by SettingsPageTests; run them with FASHIONRECS_UPDATE_DOCS=1 after a change. -->\n\n";
    private const string End = "\n<!-- End of what is written. -->\n";

    [Fact]
    public async Task Page_ListsTheSettingsAsTheyAre()
    {
        var path = PagePath();
        var before = await File.ReadAllTextAsync(path);
        var (begin, end) = (before.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, before.IndexOf(End, StringComparison.Ordinal));

        var after = before[..begin] + SettingsPage.Write(Sections) + before[end..];

        if (Environment.GetEnvironmentVariable(Update) is { Length: > 0 })
        {
            await File.WriteAllTextAsync(path, after);
            return;
        }

        Assert.Equal(after, before);
    }

    [Fact]
    public void Settings_Numbers_HaveARangeOfTheirOwnKindThatHoldsTheDefault() => Assert.All(
        from section in Sections
        from property in SettingsProperty.Of(Activator.CreateInstance(section.Options)!)
        where property.Value is not (null or string or bool or Enum or IReadOnlyList<string>)
        select (section, property),
        setting =>
        {
            var range = setting.property.Range;
            Assert.NotNull(range);
            var value = setting.property.Value;
            if (value is IEnumerable<KeyValuePair<string, double>> named)
            {
                Assert.All(named, pair => Assert.True(range.IsValid(pair.Value)));
                return;
            }

            // A range of whole numbers would round a fraction before it looks at it.
            Assert.Equal(value is float ? typeof(double) : value!.GetType(), range.OperandType);
            Assert.True(range.IsValid(value), $"{setting.section.Name}:{setting.property.Name} is {value}.");
        });

    private IEnumerable<SettingsSection> Sections => shop.Services.GetServices<SettingsSection>();

    private static string PagePath()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "FashionRecs.slnx")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder?.FullName ?? throw new InvalidOperationException("The tests do not run from a checkout."), "docs",
            "configuration.md");
    }
}
