namespace FashionRecs.Application.Files;

/// <summary>Keeps the shop's files from other users of the machine. On Windows the folder's own rights do that.</summary>
public static class PrivateFiles
{
    private const UnixFileMode File = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Folder = File | UnixFileMode.UserExecute;

    /// <summary>Makes a folder that only its owner can open; one that is there already stays as it is.</summary>
    public static void MakeFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, Folder);
        }
    }

    /// <summary>Takes other people's rights from files and folders, as far as they are there and the shop's.</summary>
    public static void Restrict(params IEnumerable<string> paths)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        foreach (var path in paths)
        {
            try
            {
                if (Directory.Exists(path))
                {
                    System.IO.File.SetUnixFileMode(path, Folder);
                }
                else if (System.IO.File.Exists(path))
                {
                    System.IO.File.SetUnixFileMode(path, File);
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // Somebody else's, or a file system without rights: there is nothing to take.
            }
        }
    }
}
