namespace FashionRecs.Vision.Imaging;

/// <summary>
/// Keeps account of the scans of one JPEG: which coefficients of which component have come, and to what precision (ISO 10918-1, annex G).
/// </summary>
internal sealed class JpegScans
{
    private const int Coefficients = 64;

    private readonly Dictionary<byte, bool[]> exact = [];
    private readonly bool progressive;

    private JpegScans(bool progressive, double held) => (this.progressive, HeldPerPixel) = (progressive, held);

    /// <summary>Bytes per pixel of coefficients that have to be held until the last scan; 0 where rows are done one by one.</summary>
    public double HeldPerPixel { get; }

    /// <summary>Whether every component has come whole.</summary>
    public bool IsComplete => exact.Values.All(coefficients => coefficients.All(known => known));

    /// <summary>Whether a marker begins a frame.</summary>
    public static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    /// <summary>Begins with a frame's header.</summary>
    /// <exception cref="InvalidDataException">The header is damaged.</exception>
    public static JpegScans Of(byte marker, ReadOnlySpan<byte> header)
    {
        if (header.Length < 6 || header[5] is 0 or > 4 || header.Length < 6 + (3 * header[5]))
        {
            throw PictureFile.Damaged();
        }

        var (most, sum) = (1, 0);
        var result = new Dictionary<byte, bool[]>();
        for (var component = 0; component < header[5]; component++)
        {
            var (id, sampling) = (header[6 + (3 * component)], header[7 + (3 * component)]);
            var samples = (sampling >> 4) * (sampling & 15);
            (most, sum) = (Math.Max(most, samples), sum + samples);
            if (samples is 0 or > 16 || !result.TryAdd(id, new bool[Coefficients]))
            {
                throw PictureFile.Damaged();
            }
        }

        var progressive = marker is 0xC2 or 0xC6 or 0xCA or 0xCE;
        var scans = new JpegScans(progressive, progressive ? sizeof(short) * (double)sum / most : 0);
        foreach (var (id, coefficients) in result)
        {
            scans.exact.Add(id, coefficients);
        }

        return scans;
    }

    /// <summary>Adds a scan by its header.</summary>
    /// <exception cref="InvalidDataException">The header is damaged.</exception>
    public void Add(ReadOnlySpan<byte> header)
    {
        if (header.Length < 1 || header.Length < 4 + (2 * header[0]))
        {
            throw PictureFile.Damaged();
        }

        var tail = header[(1 + (2 * header[0]))..];
        var (first, last, low) = progressive ? (tail[0], Math.Min((int)tail[1], Coefficients - 1), tail[2] & 15) : (0, Coefficients - 1, 0);
        for (var component = 0; component < header[0]; component++)
        {
            if (exact.TryGetValue(header[1 + (2 * component)], out var coefficients))
            {
                for (var at = first; at <= last; at++)
                {
                    coefficients[at] = low == 0;
                }
            }
        }
    }
}
