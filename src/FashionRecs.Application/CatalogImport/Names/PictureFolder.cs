namespace FashionRecs.Application.CatalogImport.Names;

/// <summary>
/// Finds the pictures of a list in a folder of this machine. The folder is looked through only where a name does not fit exactly.
/// </summary>
/// <param name="images">The folder that the list's names start from.</param>
/// <param name="largest">Bytes of the largest picture that is read.</param>
/// <param name="isShared">Whether the list names pictures of the same bare name in several folders.</param>
public sealed class PictureFolder(string images, long largest, Func<string, bool> isShared)
{
    private readonly string root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(images)) + Path.DirectorySeparatorChar;
    private PictureIndex? index;

    /// <summary>Finds a picture.</summary>
    /// <param name="listed">What the list says.</param>
    public PictureMatch Find(string listed)
    {
        var path = ListedPath.From(listed);
        if (!path.IsWhole)
        {
            if (listed.Contains('\0', StringComparison.Ordinal))
            {
                return new PictureMatch(null, "the image's name is no name of a file");
            }

            foreach (var way in new[] { listed, path.Text })
            {
                var file = new FileInfo(Path.GetFullPath(Path.Combine(root, way)));
                if (!file.FullName.StartsWith(root, StringComparison.Ordinal))
                {
                    return new PictureMatch(null, $"the image '{listed}' lies outside the folder of images");
                }

                if (file.Exists)
                {
                    return new PictureMatch(Open(file, listed), null);
                }
            }
        }

        index ??= new PictureIndex(new DirectoryInfo(root)
            .EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true,
            AttributesToSkip = FileAttributes.System })
            .Select(file => Open(file, Path.GetRelativePath(root, file.FullName).Replace(Path.DirectorySeparatorChar, '/')))
            .Where(file => !CatalogImportFile.IsLitter(file.Name)));
        return index.Find(listed, isShared);
    }

    private CatalogImportFile Open(FileInfo file, string name) => file.Length > largest
        ? CatalogImportFile.No(name, $"the image '{name}' has {file.Length >> 20} MB; at most {largest >> 20} MB are read")
        : new CatalogImportFile(name, token => File.ReadAllBytesAsync(file.FullName, token));
}
