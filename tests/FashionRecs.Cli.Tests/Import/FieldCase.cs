namespace FashionRecs.Cli.Tests.Import;

/// <summary>Files that somebody hands in together, and what is right for them.</summary>
/// <param name="Folder">The case.</param>
/// <param name="Files">Its files.</param>
/// <param name="Products">What becomes of each row or file, in the order of the preview.</param>
internal sealed record FieldCase(string Folder, string[] Files, params Expected[] Products)
{
    /// <summary>Where cases lie beside a checkout; null where they do not.</summary>
    public static string? Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "FashionRecs.slnx")))
            {
                folder = folder.Parent;
            }

            return folder?.Parent is { } beside && Path.Combine(beside.FullName, "shared", "cases") is var cases && Directory.Exists(cases)
                ? cases : null;
        }
    }

    /// <summary>What the import makes of it.</summary>
    public override string ToString() => $"{Folder}: {string.Join(", ", Files)}";
}
