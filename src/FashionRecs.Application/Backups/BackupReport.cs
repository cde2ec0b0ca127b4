namespace FashionRecs.Application.Backups;

/// <summary>What was written, found whole, or put back.</summary>
/// <param name="Manifest">What the backup holds.</param>
public sealed record BackupReport(BackupManifest Manifest)
{
    /// <summary>Bytes of all files.</summary>
    public long Bytes => Manifest.Files.Sum(file => file.Length);
}
