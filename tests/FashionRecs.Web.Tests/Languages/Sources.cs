namespace FashionRecs.Web.Tests.Languages;

/// <summary>Where the sources lie that texts are looked for in.</summary>
internal static class Sources
{
    /// <summary>The folder of the pages' project.</summary>
    public static string Web { get; } = Path.Combine(Top(), "src", "FashionRecs.Web");

    private static string Top()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "FashionRecs.slnx")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
