using System.Text;
using MudBlazor;

namespace FashionRecs.Web.Layout;

/// <summary>Writes a theme's variables, the very ones that MudBlazor's components use, without drawing a component.</summary>
internal sealed class ThemeSheet : MudThemeProvider
{
    private ThemeSheet(MudTheme theme, bool dark)
    {
        Theme = theme;
        IsDarkMode = dark;
    }

    /// <summary>The rule of one theme, with its selector.</summary>
    public static string Of(MudTheme theme, bool dark)
    {
        var sheet = new ThemeSheet(theme, dark);
        sheet.OnInitialized(); // Takes over what was set above.
        var text = new StringBuilder().Append(theme.PseudoCss.Scope).Append("{\n");
        sheet.GenerateTheme(text);
        return text.Append("}\n").ToString();
    }
}
