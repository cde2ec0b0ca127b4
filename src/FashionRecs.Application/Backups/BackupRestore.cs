using FashionRecs.Application.Files;
using FashionRecs.Application.Models;

namespace FashionRecs.Application.Backups;

/// <summary>Puts a backup into an empty place. Safe to share between threads; not while a shop is open there.</summary>
public sealed class BackupRestore(
    ShopFolder folder, ISharedFiles files, IDatabaseBackup database, IShopDatabase shop, IModelStore models)
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

        if (!await database.IsEmptyAsync(cancellation) || await IsUsedAsync(cancellation))
        {
            throw new IOException(
                $"There is a shop already in {files.Place} or in its database; name an empty folder and an empty database.");
        }

        var report = await backup.VerifyAsync(cancellation);
        Directory.CreateDirectory(folder.Root);
        var staged = Path.Combine(folder.Root, $".restore-{Guid.NewGuid():N}");
        var moved = new List<string>();
        try
        {
            await backup.ExtractAsync(staged, cancellation);
            foreach (var name in BackupWriter.Folders.Where(kept => Directory.Exists(Path.Combine(staged, kept))))
            {
                moved.Add(name);
                await files.TakeOverAsync(name, Path.Combine(staged, name), cancellation);
            }

            PrivateFiles.Restrict(folder.Keys);

            // Last, since it is what makes a shop of them.
            await database.RestoreAsync(Path.Combine(staged, BackupManifest.Database), cancellation);
        }
        catch
        {
            foreach (var name in moved)
            {
                await files.DeleteFolderAsync(name, CancellationToken.None);
            }

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

    private async Task<bool> IsUsedAsync(CancellationToken cancellation)
    {
        foreach (var name in BackupWriter.Folders)
        {
            await foreach (var _ in files.ListAsync(name, cancellation))
            {
                return true;
            }
        }

        return false;
    }
}
