namespace FashionRecs.Application.Backups;

/// <summary>What a backup holds; its last entry, so that one without it was cut.</summary>
/// <param name="Format">Version of this form, 1 now.</param>
/// <param name="Kind">Kind of the database (<see cref="IDatabaseBackup.Kind"/>).</param>
/// <param name="Version">Version of the program that made it.</param>
/// <param name="At">When the database was copied.</param>
/// <param name="Models">Where the weights lay, with full path; the database names them by it.</param>
/// <param name="Files">Every file, the database first.</param>
public sealed record BackupManifest(
    int Format, string Kind, string Version, DateTimeOffset At, string Models, IReadOnlyList<BackupEntry> Files)
{
    /// <summary>The form that is written.</summary>
    public const int CurrentFormat = 1;

    /// <summary>Name of the entry that holds this.</summary>
    public const string Name = "manifest.json";

    /// <summary>Name of the database's copy.</summary>
    public const string Database = "database";
}
