namespace FashionRecs.Application.CatalogImport.Names;

/// <summary>
/// Finds the file that a list means: by its exact name, then by what a person would call the same name (letter case, accents, slashes, a
/// common top folder), never by a bare name in another folder than the list says. Safe to share between threads once made.
/// </summary>
public sealed class PictureIndex
{
    private static readonly string[] Endings = [".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif", ".avif", ".gif", ".bmp", ".tif",
        ".tiff"];

    private readonly Dictionary<string, CatalogImportFile> exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<CatalogImportFile>> folded = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<CatalogImportFile>> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<CatalogImportFile>> byStem = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<CatalogImportFile>> withoutEnding = new(StringComparer.Ordinal);
    private readonly string top;
    private readonly string home;

    /// <summary>Files in a folder or archive.</summary>
    /// <param name="files">The files.</param>
    /// <param name="list">Where the list lies among them: its names may start from there.</param>
    public PictureIndex(IEnumerable<CatalogImportFile> files, string list = "")
    {
        home = list[..(list.LastIndexOf('/') + 1)];
        // Of files that are called the same, one that can be read counts.
        CatalogImportFile[] all = [.. files.OrderBy(file => file.Refused is not null)];
        foreach (var file in all)
        {
            if (exact.TryAdd(file.Name, file))
            {
                Add(folded, Fold(file.Name), file);
                Add(byName, Fold(NameOf(file.Name)), file);
                Add(byStem, Fold(StemOf(file.Name)), file);
                Add(withoutEnding, Fold(Path.ChangeExtension(file.Name, null)), file);
            }
        }

        var first = all.Where(file => file.Refused is null).Select(file => file.Name).FirstOrDefault();
        var folder = first?[..(first.IndexOf('/', StringComparison.Ordinal) + 1)] ?? "";
        top = folder.Length > 0 && all.Where(file => file.Refused is null).All(file =>
            file.Name.StartsWith(folder, StringComparison.Ordinal)) ? folder : "";
    }

    /// <summary>The last part of a path or address: what the file itself is called.</summary>
    public static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    /// <summary>Whether a text ends as files with pictures do.</summary>
    public static bool IsPictureName(string text) =>
        Array.Exists(Endings, ending => Path.GetFileName(ListedPath.From(text).Text).EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    /// <summary>Letter case and the ways to write an accent make no difference.</summary>
    public static string Fold(string text) => Accents.Join(text).ToUpperInvariant();

    /// <summary>Finds a picture.</summary>
    /// <param name="listed">What the list says: a name, a path or an address.</param>
    /// <param name="isShared">Whether the list names pictures of the same bare name (<see cref="Fold"/>) in several folders; then folders
    /// decide.</param>
    public PictureMatch Find(string listed, Func<string, bool>? isShared = null)
    {
        if (exact.TryGetValue(home + listed, out var same) || exact.TryGetValue(listed, out same))
        {
            return new PictureMatch(same, null);
        }

        var path = ListedPath.From(listed);
        var name = Fold(NameOf(path.Text));
        var unsure = path.IsWhole && isShared?.Invoke(name) == true;
        foreach (var way in Ways(path))
        {
            if (unsure && !way.Contains('/', StringComparison.Ordinal))
            {
                continue;
            }

            if ((exact.GetValueOrDefault(home + way) ?? exact.GetValueOrDefault(way) ?? exact.GetValueOrDefault(top + way)) is { } found)
            {
                return new PictureMatch(found, null);
            }

            if ((folded.GetValueOrDefault(Fold(home + way)) ?? folded.GetValueOrDefault(Fold(way))
                ?? folded.GetValueOrDefault(Fold(top + way))) is { } alike)
            {
                return Only(alike, listed);
            }

            // Whoever writes no ending means the picture that has one.
            if (!IsPictureName(listed) && (withoutEnding.GetValueOrDefault(Fold(home + way)) ?? withoutEnding.GetValueOrDefault(Fold(way))
                ?? withoutEnding.GetValueOrDefault(Fold(top + way))) is { } unended)
            {
                return Only(unended, listed);
            }
        }

        // A bare name says no folder, and the folders of an address are not those of an archive.
        if (!unsure && (path.IsAddress || !path.Text.Contains('/', StringComparison.Ordinal))
            && (byName.GetValueOrDefault(name) ?? (IsPictureName(listed) ? null : byStem.GetValueOrDefault(Fold(StemOf(path.Text)))))
                is { } named)
        {
            CatalogImportFile[] just = [.. named.Where(file => NameOf(file.Name) == NameOf(path.Text))];
            return Only(just.Length == 1 ? just : named, listed);
        }

        var near = byName.GetValueOrDefault(name) ?? byStem.GetValueOrDefault(Fold(StemOf(path.Text)));
        return new PictureMatch(null, $"there is no image '{listed}'{(near is null ? "" : $"; there is '{near[0].Name}'{(near.Count > 1 ? $" and {near.Count - 1} more" : "")}")}");
    }

    /// <summary>The path itself, with %20 as a blank, too; of a whole path or an address its ends as well, the longest first.</summary>
    private static IEnumerable<string> Ways(ListedPath path)
    {
        yield return path.Text;
        if (path.Text.Contains('%', StringComparison.Ordinal))
        {
            yield return Uri.UnescapeDataString(path.Text);
        }

        for (var at = path.Text.IndexOf('/', StringComparison.Ordinal); path.IsWhole && at >= 0; at = path.Text.IndexOf('/', at + 1))
        {
            yield return path.Text[(at + 1)..];
        }
    }

    private static PictureMatch Only(IReadOnlyList<CatalogImportFile> files, string listed) => files.Count == 1
        ? new PictureMatch(files[0], null)
        : new PictureMatch(null, $"'{listed}' can be {string.Join(" or ", files.Take(3).Select(file => $"'{file.Name}'"))}");

    private static string StemOf(string path) => Path.GetFileNameWithoutExtension(NameOf(path));

    private static void Add(Dictionary<string, List<CatalogImportFile>> index, string key, CatalogImportFile file)
    {
        if (!index.TryGetValue(key, out var files))
        {
            index[key] = files = [];
        }

        files.Add(file);
    }
}
