using System.Buffers.Binary;

namespace FashionRecs.Experiments.Preregistration.Fonts;

/// <summary>A TrueType font (ISO/IEC 14496-22, with outlines in "glyf"). Immutable.</summary>
internal sealed class TrueTypeFont
{
    /// <summary>What readers of a PDF need of a font whose glyphs are chosen by number (ISO 32000-1, 9.9).</summary>
    private static readonly string[] Kept = ["cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"];

    private readonly byte[] file;
    private readonly Dictionary<string, Range> tables = new(StringComparer.Ordinal);
    private readonly Dictionary<char, int> glyphs = [];
    private readonly int unit;
    private readonly int widths;
    private readonly bool isLong;

    /// <param name="file">The font's file. Not copied.</param>
    /// <exception cref="InvalidDataException">It lacks a table, or a map of the characters of Unicode in format 4.</exception>
    public TrueTypeFont(byte[] file)
    {
        this.file = file;
        for (var at = 12; at < 12 + (16 * Number(file, 4)); at += 16)
        {
            var start = (int)BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at + 8));
            tables[string.Concat(file.AsSpan(at, 4).ToArray().Select(letter => (char)letter))] =
                start..(start + (int)BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at + 12)));
        }

        if (Kept.Append("cmap").FirstOrDefault(table => !tables.ContainsKey(table)) is { } missing)
        {
            throw new InvalidDataException($"The font has no table '{missing}'.");
        }

        unit = Number(Table("head"), 18);
        isLong = Number(Table("head"), 50) == 1;
        widths = Number(Table("hhea"), 34);
        ReadCharacters(Table("cmap"));
    }

    /// <summary>How far letters reach above the line, in thousandths of the size.</summary>
    public int Ascent => Scaled(Signed(Table("hhea"), 4));

    /// <summary>How far letters reach below the line, in thousandths of the size; negative.</summary>
    public int Descent => Scaled(Signed(Table("hhea"), 6));

    /// <summary>Left, lower, right and upper bound of all glyphs, in thousandths of the size.</summary>
    public IReadOnlyList<int> Bounds => [.. Enumerable.Range(0, 4).Select(side => Scaled(Signed(Table("head"), 36 + (2 * side))))];

    /// <summary>Number of the glyph of a character, from 1 on; 0 where there is none.</summary>
    public int GlyphOf(char character) => glyphs.GetValueOrDefault(character);

    /// <summary>Width of a glyph in thousandths of the size.</summary>
    public int WidthOf(int glyph) => Scaled(Number(Table("hmtx"), 4 * Math.Min(glyph, widths - 1)));

    /// <summary>
    /// A font file with the outlines of these glyphs and of what they are put together from; all glyphs keep their numbers.
    /// </summary>
    public byte[] Subset(IEnumerable<int> wanted)
    {
        var kept = new SortedSet<int> { 0 };
        var open = new Queue<int>(wanted);
        while (open.TryDequeue(out var glyph))
        {
            if (kept.Add(glyph))
            {
                Parts(glyph).ForEach(open.Enqueue);
            }
        }

        var (outlines, places) = (new MemoryStream(), new byte[4 * (Count + 1)]);
        for (var glyph = 0; glyph < Count; glyph++)
        {
            if (kept.Contains(glyph))
            {
                outlines.Write(Outline(glyph));
            }

            BinaryPrimitives.WriteUInt32BigEndian(places.AsSpan(4 * (glyph + 1)), (uint)outlines.Length);
        }

        var head = Table("head").ToArray();
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(8), 0);
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(50), 1);
        return Written([.. Kept.Select(name => (name, name switch
        {
            "glyf" => outlines.ToArray(), "loca" => places, "head" => head, "hmtx" => WidthsOf(kept), _ => Table(name).ToArray(),
        }))]);
    }

    private int Count => Number(Table("maxp"), 4);

    private ReadOnlySpan<byte> Table(string name) => file.AsSpan(tables[name]);

    private int Scaled(int length) => (int)Math.Round(1000.0 * length / unit);

    /// <summary>What a glyph is put together from, as "é" from "e" and an accent.</summary>
    private List<int> Parts(int glyph)
    {
        var outline = Outline(glyph);
        List<int> parts = [];
        if (outline.Length == 0 || Signed(outline, 0) >= 0)
        {
            return parts;
        }

        for (int at = 10, flags = More; (flags & More) != 0;)
        {
            flags = Number(outline, at);
            parts.Add(Number(outline, at + 2));
            at += 4 + ((flags & 1) != 0 ? 4 : 2) + ((flags & 0x80) != 0 ? 8 : (flags & 0x40) != 0 ? 4 : (flags & 8) != 0 ? 2 : 0);
        }

        return parts;
    }

    /// <summary>Flag of a part that another one follows.</summary>
    private const int More = 0x20;

    private ReadOnlySpan<byte> Outline(int glyph)
    {
        var places = Table("loca");
        var (start, end) = isLong
            ? ((int)BinaryPrimitives.ReadUInt32BigEndian(places[(4 * glyph)..]),
                (int)BinaryPrimitives.ReadUInt32BigEndian(places[(4 * (glyph + 1))..]))
            : (2 * Number(places, 2 * glyph), 2 * Number(places, 2 * (glyph + 1)));
        return Table("glyf")[start..end];
    }

    /// <summary>The widths, of all other glyphs 0, which takes no room when it is packed.</summary>
    private byte[] WidthsOf(SortedSet<int> kept)
    {
        var all = Table("hmtx").ToArray();
        for (var glyph = 0; glyph < widths - 1; glyph++)
        {
            if (!kept.Contains(glyph))
            {
                all.AsSpan(4 * glyph, 4).Clear();
            }
        }

        return all;
    }

    private void ReadCharacters(ReadOnlySpan<byte> map)
    {
        for (var at = 4; at < 4 + (8 * Number(map, 2)); at += 8)
        {
            var part = map[(int)BinaryPrimitives.ReadUInt32BigEndian(map[(at + 4)..])..];
            if ((Number(map, at), Number(map, at + 2), Number(part, 0)) == (3, 1, 4))
            {
                ReadSegments(part, Number(part, 6));
                return;
            }
        }

        throw new InvalidDataException("The font has no map of Unicode's characters in format 4.");
    }

    /// <summary>
    /// Arrays of twice as many bytes as there are segments: ends, starts, deltas, and offsets from where each offset stands.
    /// </summary>
    private void ReadSegments(ReadOnlySpan<byte> part, int size)
    {
        for (var segment = 0; segment < size; segment += 2)
        {
            var (end, start) = (Number(part, 14 + segment), Number(part, 16 + size + segment));
            var (delta, place) = (Number(part, 16 + (2 * size) + segment), 16 + (3 * size) + segment);
            for (var character = start; character <= end && character < char.MaxValue; character++)
            {
                var glyph = Number(part, place) == 0 ? character : Number(part, place + Number(part, place) + (2 * (character - start)));
                if (glyph != 0 && ((glyph + delta) & 0xFFFF) is > 0 and var found)
                {
                    glyphs[(char)character] = found;
                }
            }
        }
    }

    private static byte[] Written((string Name, byte[] Bytes)[] parts)
    {
        var directory = new byte[12 + (16 * parts.Length)];
        BinaryPrimitives.WriteUInt32BigEndian(directory, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(directory.AsSpan(4), (ushort)parts.Length);
        var power = 1 << (int)Math.Log2(parts.Length);
        BinaryPrimitives.WriteUInt16BigEndian(directory.AsSpan(6), (ushort)(16 * power));
        BinaryPrimitives.WriteUInt16BigEndian(directory.AsSpan(8), (ushort)Math.Log2(power));
        BinaryPrimitives.WriteUInt16BigEndian(directory.AsSpan(10), (ushort)(16 * (parts.Length - power)));
        var body = new MemoryStream();
        foreach (var ((name, bytes), number) in parts.Select((part, number) => (part, number)))
        {
            var entry = directory.AsSpan(12 + (16 * number), 16);
            for (var letter = 0; letter < 4; letter++)
            {
                entry[letter] = (byte)name[letter];
            }

            BinaryPrimitives.WriteUInt32BigEndian(entry[4..], Sum(bytes));
            BinaryPrimitives.WriteUInt32BigEndian(entry[8..], (uint)(directory.Length + body.Length));
            BinaryPrimitives.WriteUInt32BigEndian(entry[12..], (uint)bytes.Length);
            body.Write(bytes);
            body.Write(new byte[(4 - (bytes.Length % 4)) % 4]);
        }

        return [.. directory, .. body.ToArray()];
    }

    /// <summary>Sum of the numbers of four bytes each, as the directory wants it.</summary>
    private static uint Sum(ReadOnlySpan<byte> bytes)
    {
        var sum = 0u;
        for (var at = 0; at < bytes.Length; at++)
        {
            sum = unchecked(sum + ((uint)bytes[at] << (8 * (3 - (at % 4)))));
        }

        return sum;
    }

    private static int Number(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);

    private static int Signed(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt16BigEndian(bytes[at..]);
}
