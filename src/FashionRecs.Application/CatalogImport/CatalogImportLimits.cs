namespace FashionRecs.Application.CatalogImport;

/// <summary>How much one import may hold, so that a mistake or a hostile file cannot fill the machine.</summary>
public sealed record CatalogImportLimits
{
    /// <summary>Files or rows. Default 20,000.</summary>
    public int MostFiles { get; init; } = 20_000;

    /// <summary>Bytes of one picture. Default 25 MB.</summary>
    public long LargestPicture { get; init; } = 25L << 20;

    /// <summary>Bytes of one handed-in archive or list. Default 2 GB.</summary>
    public long LargestFile { get; init; } = 2L << 30;

    /// <summary>Bytes that all entries of an archive may unpack to. Default 4 GB.</summary>
    public long LargestArchive { get; init; } = 4L << 30;

    /// <summary>How many times its packed size an entry of more than a megabyte may unpack to; pictures hardly pack at all. Default 100.</summary>
    public int MostUnpacking { get; init; } = 100;
}
