using System.ComponentModel.DataAnnotations;

namespace FashionRecs.Application.CatalogImport;

/// <summary>How much one import may hold, so that a mistake or a hostile file cannot fill the machine.</summary>
public sealed record CatalogImportLimits
{
    /// <summary>Files. Default 20,000.</summary>
    [Range(1, int.MaxValue - 1)]
    public int MostFiles { get; init; } = 20_000;

    /// <summary>Products of a list. Default 1,000,000.</summary>
    [Range(1, int.MaxValue - 1)]
    public int MostRows { get; init; } = 1_000_000;

    /// <summary>Bytes of one picture. Default 25 MB, which is also the most that is decoded.</summary>
    [Range(typeof(long), "1", "26214400")]
    public long LargestPicture { get; init; } = 25L << 20;

    /// <summary>Bytes of one handed-in archive or list. Default 2 GB.</summary>
    [Range(typeof(long), "1", "9223372036854775807")]
    public long LargestFile { get; init; } = 2L << 30;

    /// <summary>Bytes that all entries of an archive may unpack to. Default 4 GB.</summary>
    [Range(typeof(long), "1", "9223372036854775807")]
    public long LargestArchive { get; init; } = 4L << 30;

    /// <summary>How many times its packed size an entry of more than a megabyte may unpack to; pictures hardly pack at all. Default 100.</summary>
    [Range(1, int.MaxValue)]
    public int MostUnpacking { get; init; } = 100;
}
