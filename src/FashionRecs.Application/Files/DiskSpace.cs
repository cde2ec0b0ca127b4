namespace FashionRecs.Application.Files;

/// <summary>Tells a full disk from other trouble, and says it in a sentence that people can act on.</summary>
internal static class DiskSpace
{
    /// <summary>ENOSPC, as the runtime hands it on.</summary>
    private const int Unix = 28;

    /// <summary>ERROR_DISK_FULL as an HRESULT.</summary>
    private const int Windows = unchecked((int)0x80070070);

    public static bool IsMissing(IOException exception) => exception.HResult is Unix or Windows;

    public static IOException Missing(Exception cause) => new("The shop's disk is full; nothing was lost, make room and go on.", cause);
}
