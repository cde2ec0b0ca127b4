using MudBlazor;

namespace FashionRecs.Web.Layout;

/// <summary>
/// The look of a magazine: paper ground, dark ink, one accent. The colours stand here and nowhere else; style sheets
/// use the variables that MudBlazor writes from them. Both themes are written at once, each under its own selector,
/// so that switching is one attribute on the document and needs no circuit.
/// </summary>
public static class ShopTheme
{
    private static readonly string[] Serif = ["ui-serif", "Iowan Old Style", "Palatino", "Georgia", "DejaVu Serif", "serif"];
    private static readonly string[] Plain = ["system-ui", "Segoe UI", "Roboto", "DejaVu Sans", "sans-serif"];

    /// <summary>Applies where the document's <c>data-theme</c> is "light".</summary>
    public static MudTheme Light { get; } = Create("light");

    /// <summary>Applies where the document's <c>data-theme</c> is "dark".</summary>
    public static MudTheme Dark { get; } = Create("dark");

    private static MudTheme Create(string name) => new()
    {
        PseudoCss = new PseudoCss { Scope = $":root[data-theme={name}]" },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "3px" },
        Typography = Letters(),
        PaletteLight = new PaletteLight
        {
            Background = "#fbf9f6", Surface = "#ffffff", BackgroundGray = "#efeae3", DrawerBackground = "#fbf9f6",
            TextPrimary = "#1c1a17", TextSecondary = "#6d675f", DrawerText = "#1c1a17", ActionDefault = "#1c1a17",
            Divider = "#e4dfd7", LinesDefault = "#e4dfd7", LinesInputs = "#8b8478", TableLines = "#e4dfd7",
            Primary = "#b3402a", PrimaryContrastText = "#ffffff", Secondary = "#1c1a17", SecondaryContrastText = "#fbf9f6",
            Success = "#2f6f5e", Error = "#b3402a", Info = "#1c1a17", Warning = "#8a5a10", Dark = "#1c1a17",
            AppbarBackground = "#fbf9f6", AppbarText = "#1c1a17",
        },
        PaletteDark = new PaletteDark
        {
            Background = "#171513", Surface = "#211e1b", BackgroundGray = "#2a2622", DrawerBackground = "#171513",
            TextPrimary = "#f1ede6", TextSecondary = "#a9a196", DrawerText = "#f1ede6", ActionDefault = "#f1ede6",
            Divider = "#37332e", LinesDefault = "#37332e", LinesInputs = "#8b8478", TableLines = "#37332e",
            Primary = "#e88a72", PrimaryContrastText = "#171513", Secondary = "#f1ede6", SecondaryContrastText = "#171513",
            Success = "#7cc4ae", Error = "#e88a72", Info = "#f1ede6", Warning = "#dfb15b", Dark = "#37332e",
            AppbarBackground = "#171513", AppbarText = "#f1ede6",
        },
    };

    private static Typography Letters() => new()
    {
        Default = new DefaultTypography { FontFamily = Plain, FontSize = "0.9375rem", LineHeight = "1.5" },
        H1 = new H1Typography { FontFamily = Serif, FontWeight = "500" },
        H2 = new H2Typography { FontFamily = Serif, FontWeight = "500" },
        H3 = new H3Typography { FontFamily = Serif, FontWeight = "500" },
        H4 = new H4Typography { FontFamily = Serif, FontWeight = "500" },
        H5 = new H5Typography { FontFamily = Serif, FontWeight = "500" },
        H6 = new H6Typography { FontFamily = Serif, FontWeight = "500" },
        Button = new ButtonTypography { FontFamily = Plain, FontWeight = "500", TextTransform = "none", LetterSpacing = "0" },
    };
}
