namespace FashionRecs.Application.Backups;

/// <summary>One file of a backup.</summary>
/// <param name="Name">Path within the shop's folder, with forward slashes.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Sha256">Of the bytes, in hexadecimal.</param>
public sealed record BackupEntry(string Name, long Length, string Sha256);
