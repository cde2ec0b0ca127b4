using FashionRecs.Application.Files;
using FashionRecs.Application.Models;

namespace FashionRecs.Application.Backups;

/// <summary>Puts a backup into an empty place. Safe to share between threads; not while a shop is open there.</summary>
public sealed class BackupRestore(ShopFolder folder, IDatabaseBackup database, IShopDatabase shop, IModelStore models)
{
    /// <summary>Checks all of a backup, then puts it back: all of it, or nothing.</summary>
    /// <exception cref="InvalidDataException">The backup is not whole, or of another kind of database.</exception>
    /// <exception cref="IOException">There is a shop already, or something cannot be written.</exception>
    public async Task<BackupReport> RunAsync(string path, CancellationToken cancellation = default)
    {
        using var backup = BackupFile.Open(path);
        if (backup.Manifest.Kind != database.Kind)
        {
            throw new InvalidDataException(
                $"The backup '{path}' is of a shop in {backup.Manifest.Kind}, not {database.Kind}; restore it there and use database copy.");
        }

        if (!await database.IsEmptyAsync(cancellation) || BackupWriter.Folders.Any(kept => IsUsed(kept.Path(folder))))
        {
            throw new IOException(
                $"There is a shop already in '{folder.Root}' or in its database; name an empty folder and an empty database.");
        }

        var report = await backup.VerifyAsync(cancellation);
        Directory.CreateDirectory(folder.Root);
        var staged = Path.Combine(folder.Root, $".restore-{Guid.NewGuid():N}");
        var moved = new List<string>();
        try
        {
            await backup.ExtractAsync(staged, cancellation);
            foreach (var (name, place) in BackupWriter.Folders.Where(kept => Directory.Exists(Path.Combine(staged, kept.Name))))
            {
                Move(Path.Combine(staged, name), place(folder));
                moved.Add(place(folder));
            }

            // Last, since it is what makes a shop of them.
            await database.RestoreAsync(Path.Combine(staged, BackupManifest.Database), cancellation);
        }
        catch
        {
            moved.ForEach(place => Directory.Delete(place, recursive: true));
            throw;
        }
        finally
        {
            if (Directory.Exists(staged))
            {
                Directory.Delete(staged, recursive: true);
            }
        }

        await shop.PrepareAsync(cancellation);
        await models.RelocateAsync(report.Manifest.Models, folder.Models, cancellation);
        return report;
    }

    private static bool IsUsed(string place) => Directory.Exists(place) && Directory.EnumerateFileSystemEntries(place).Any();

    private static void Move(string from, string to)
    {
        if (Directory.Exists(to))
        {
            Directory.Delete(to); // Empty, as was made sure of.
        }

        Directory.Move(from, to);
        if (!OperatingSystem.IsWindows() && Path.GetFileName(to) == "keys")
        {
            File.SetUnixFileMode(to, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
